package dev.understudy.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls the API over the wire, for whoever its token belongs to.
record ApiClient(String base, String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    record Reply(int status, HttpResponse<String> response) {

        String body() {
            return response.body();
        }

        JsonNode json() {
            return JSON.readTree(body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String code() {
            return json().path("code").asString();
        }
    }

    Reply get(String path, String... headers) {
        return call("GET", path, BodyPublishers.noBody(), headers);
    }

    Reply post(String path, String body) {
        return call("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    Reply put(String path, String body, String... headers) {
        HttpRequest.Builder request = request(path, headers).header("Content-Type", "application/json");
        return send(request.method("PUT", BodyPublishers.ofString(body)).build());
    }

    Reply delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    Reply call(String method, String path, BodyPublisher body, String... headers) {
        return send(request(path, headers).method(method, body).build());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    /// Makes an environment and gives its id.
    String create(String document) {
        Reply reply = post("/environments", document);
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.status() + " " + reply.body());
        }
        return reply.json().path("id").asString();
    }

    /// The id of the root node.
    String root(String environment) {
        return get("/environments/" + environment + "/document")
                .json()
                .path("uuid")
                .asString();
    }

    /// Submits one edit as a change of its own.
    Reply edit(String environment, String edit) {
        return edits(environment, "c-" + UUID.randomUUID(), 1, revision(environment), edit);
    }

    Reply edits(String environment, String client, long seq, long base, String edits) {
        return post("/environments/" + environment + "/edits", """
                {"client":"%s","seq":%d,"base":%d,"edits":[%s]}""".formatted(client, seq, base, edits));
    }

    long revision(String environment) {
        return get("/environments/" + environment).json().path("revision").asLong();
    }

    EventReader follow(String environment, String query, String... headers) throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> response = HTTP.send(
                request("/environments/" + environment + "/changes" + query, headers)
                        .build(),
                BodyHandlers.ofInputStream());
        return new EventReader(response);
    }

    private static Reply send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException failure) {
            throw new IllegalStateException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interruption);
        }
    }
}
