package dev.understudy.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A small environment on the server, made for one journey from `parcels.json`, with its mock answering. Any thread
/// may ask it things.
final class Parcels {

    static final String PARCEL = node(20);
    static final String ON_ITS_WAY = node(21);
    static final String UNKNOWN = node(22);
    static final String NEW_PARCEL = node(30);
    static final String DEPOTS = node(10);
    static final String ALL_DEPOTS = node(11);
    static final String ALL_DEPOTS_FOUND = node(12);

    private final Server server;
    private final String id;
    private final String url;

    private Parcels(Server server, String id, String url) {
        this.server = server;
        this.id = id;
        this.url = url;
    }

    static Parcels on(Server server) {
        var id = server.create(file());
        return new Parcels(server, id, server.listen(id));
    }

    /// The file it is made from.
    static String file() {
        try (var file = Parcels.class.getResourceAsStream("/parcels.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String id() {
        return id;
    }

    /// Where its mock answers.
    String url() {
        return url;
    }

    /// The address of a node in the editor.
    String address(String node) {
        return "/environments/" + id + "/" + node;
    }

    /// Makes edits as another client would, in their wire form.
    void edit(String edits) {
        var change = "{\"client\": \"%s\", \"seq\": 1, \"base\": 0, \"edits\": %s}".formatted(UUID.randomUUID(), edits);
        server.answer("POST", "/environments/" + id + "/edits", change);
    }

    /// A data bucket with an id; its value is a list with one city.
    String addBucket(String shortId) {
        var bucket = UUID.randomUUID().toString();
        edit("""
                [{"op": "add", "node": "%s", "kind": "bucket", "parent": "%s",
                  "fields": {"id": "%s", "name": "Depots", "value": "[\\"Berlin\\"]"}}]""".formatted(bucket, root(), shortId));
        return bucket;
    }

    /// A route of its own, at the end.
    String addRoute(String path) {
        var route = UUID.randomUUID().toString();
        edit("""
                [{"op": "add", "node": "%s", "kind": "route", "parent": "%s", "fields": {"endpoint": "%s"}}]""".formatted(route, root(), path));
        return route;
    }

    /// The body of the answer that is on its way.
    String body() {
        return response(ON_ITS_WAY).path("body").asString();
    }

    /// The method of the first route, in lower case.
    String method() {
        return document().path("routes").get(0).path("method").asString().toLowerCase(Locale.ROOT);
    }

    /// The environment itself among its nodes.
    String root() {
        return document().path("uuid").asString();
    }

    /// What its mock answers to a GET: status and body.
    String answer(String path) {
        var response = server.ask(url + path);
        return response.statusCode() + " " + response.body();
    }

    /// The response of a route as the exported document has it.
    JsonNode response(String id) {
        for (var route : document().path("routes")) {
            for (var response : route.path("responses")) {
                if (response.path("uuid").asString().equals(id)) {
                    return response;
                }
            }
        }
        throw new AssertionError("there is no response " + id);
    }

    JsonNode document() {
        return server.answer("GET", "/environments/" + id + "/document", "");
    }

    private static String node(int number) {
        return "7d0d6f0e-0000-4000-8000-0000000000" + number;
    }
}
