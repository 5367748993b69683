package dev.understudy.e2e;

import java.net.URI;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A mock that was made to do mischief, put together route by route and then let in.
final class Guest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode document = JSON.createObjectNode();
    private final ArrayNode routes = document.putArray("routes");
    private String url = "";

    private Guest() {
        document.put("uuid", UUID.randomUUID().toString()).put("name", "Guest").put("lastMigration", 33);
    }

    static Guest who() {
        return new Guest();
    }

    /// Answers with a page.
    Guest shows(String path, String html) {
        return shows(path, html, "X-Nothing", "nothing");
    }

    /// Answers with a page and a header.
    Guest shows(String path, String html, String header, String value) {
        response(path, html, header, value);
        return this;
    }

    /// Answers with a page, and tells an address what came.
    Guest tells(String path, String html, String address, String news) {
        var callback = UUID.randomUUID().toString();
        document.putArray("callbacks")
                .addObject()
                .put("uuid", callback)
                .put("id", "tell")
                .put("name", "tell")
                .put("method", "post")
                .put("uri", address)
                .put("bodyType", "INLINE")
                .put("body", news)
                .putArray("headers");
        response(path, html, "X-Nothing", "nothing")
                .putArray("callbacks")
                .addObject()
                .put("uuid", callback)
                .put("latency", 0);
        return this;
    }

    /// Passes on to an address what it has no route for.
    Guest passesOn(String address) {
        document.put("proxyMode", true).put("proxyHost", address);
        return this;
    }

    /// Answers from now on.
    Guest enter(Server server) {
        url = server.listen(server.create(document.toString()));
        return this;
    }

    String url(String path) {
        return url + path;
    }

    int port() {
        return URI.create(url).getPort();
    }

    private ObjectNode response(String path, String html, String header, String value) {
        var response = routes.addObject()
                .put("uuid", UUID.randomUUID().toString())
                .put("type", "http")
                .put("method", "get")
                .put("endpoint", path)
                .putArray("responses")
                .addObject()
                .put("uuid", UUID.randomUUID().toString())
                .put("statusCode", 200)
                .put("bodyType", "INLINE")
                .put("body", html)
                .put("default", true);
        var headers = response.putArray("headers");
        headers.addObject().put("key", "Content-Type").put("value", "text/html");
        headers.addObject().put("key", header).put("value", value);
        return response;
    }
}
