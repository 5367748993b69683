package dev.understudy.ui.editor;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One open page of the application without a browser: it signs in, gets the page, holds the connection for pushes and
/// answers what a page answers by itself. Messages to the server go one after the other, as a browser sends them. Any
/// thread may call it.
final class EditorPage implements WebSocket.Listener {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern REVISION = Pattern.compile("\\[\\{\"@v-node\":\\d+},(\\d+),\"[^\"]*setRevision");
    private static final Pattern QUESTION = Pattern.compile("\"@v-return\":\\[(\\d+),(\\d+)]");
    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final LongConsumer revisions;
    private final ReentrantLock turn = new ReentrantLock();
    private final StringBuilder arriving = new StringBuilder();
    private String ui = "";
    private String key = "";
    private long messages;
    private volatile long sync;
    private volatile int firstMessage;

    /// @param revisions is told of each revision that the page shows, on the thread of its connection
    EditorPage(URI base, LongConsumer revisions) {
        this.base = base;
        this.revisions = revisions;
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(get("/login"));
        String token = csrf.find() ? csrf.group(1) : "";
        String form = Map.of("username", email, "password", password, "_csrf", token).entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(base.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        String to = answer.headers().firstValue("location").orElse("");
        if (answer.statusCode() != 302 || to.contains("error") || to.contains("wait")) {
            throw new IllegalStateException("Signing in answered " + answer.statusCode() + " " + to);
        }
    }

    /// Opens a page of the application.
    ///
    /// @param path without a slash at its start
    void open(String path) throws IOException, InterruptedException {
        var _ = get("/" + path);
        JsonNode start = JsonMapper.shared()
                .readTree(get("/?v-r=init&location=" + encode(path)
                        + "&query=&v-sh=900&v-sw=1600&v-wh=900&v-ww=1600&v-bh=900&v-bw=1600&v-curdate=0&v-tzo=0&v-dstd=0"
                        + "&v-rtzo=0&v-dston=false&v-tzid=UTC&v-wn=window&v-td=false&v-pr=1"));
        JsonNode config = start.path("appConfig");
        JsonNode first = config.path("uidl");
        ui = config.path("v-uiId").asString();
        key = first.path("Vaadin-Security-Key").asString();
        String push = first.path("Vaadin-Push-ID").asString();
        take(first.toString());
        var _ = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create(base.toString().replaceFirst("http", "ws") + "/VAADIN/push?v-r=push&v-uiId=" + ui
                                + "&v-pushId=" + push
                                + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=3.1.5-javascript"
                                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-TrackMessageSize=true"
                                + "&Content-Type=application/json;%20charset=UTF-8&X-atmo-protocol=true"),
                        this)
                .join();
        firstMessage = rpc("{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"" + path
                        + "\",\"query\":\"\",\"appShellTitle\":\"Understudy\",\"historyState\":null,\"trigger\":\"\"}}")
                .length();
    }

    /// What the server sent to show the page, in characters.
    int firstMessage() {
        return firstMessage;
    }

    private String rpc(String call) throws IOException, InterruptedException {
        turn.lock();
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(base.resolve("/?v-r=uidl&v-uiId=" + ui))
                            .header("Content-Type", "application/json; charset=UTF-8")
                            .POST(BodyPublishers.ofString(
                                    "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                                            .formatted(key, call, sync, messages++)))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("A message was answered " + answer.statusCode());
            }
            take(answer.body());
            return answer.body();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        arriving.append(data);
        if (last) {
            String message = arriving.toString();
            arriving.setLength(0);
            take(message);
        }
        socket.request(1);
        return null;
    }

    private void take(String message) {
        Matcher number = SYNC.matcher(message);
        while (number.find()) {
            sync = Math.max(sync, Long.parseLong(number.group(1)));
        }
        Matcher shown = REVISION.matcher(message);
        while (shown.find()) {
            revisions.accept(Long.parseLong(shown.group(1)));
        }
        if (message.contains("return true")) {
            answer(message);
        }
    }

    /// Tells that the page is still there.
    private void answer(String message) {
        Matcher question = QUESTION.matcher(message.substring(message.lastIndexOf("\"execute\"")));
        if (question.find()) {
            String call = "{\"type\":\"channel\",\"node\":" + question.group(1) + ",\"channel\":" + question.group(2)
                    + ",\"args\":[true]}";
            var _ = Thread.ofVirtual().start(() -> {
                try {
                    var _ = rpc(call);
                } catch (IOException | InterruptedException gone) {
                    throw new IllegalStateException(gone);
                }
            });
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(base.resolve(path))
                                .header("Accept", "text/html,*/*;q=0.8")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
