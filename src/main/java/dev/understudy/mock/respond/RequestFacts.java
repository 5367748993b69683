package dev.understudy.mock.respond;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.request.Bodies;
import dev.understudy.mock.request.Cookies;
import dev.understudy.mock.request.FormText;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.template.scope.RequestView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request as templates and rules see it. Nothing is parsed before somebody asks for it. For one request on one
/// thread.
final class RequestFacts implements RequestView {

    private final MockRequest request;
    private final String prefix;
    private final Optional<String> publicBaseUrl;
    private @Nullable PathPattern pattern;
    private String path = "";
    private @Nullable JsObject params;
    private @Nullable String bodyText;
    private Bodies.@Nullable Parsed body;
    private @Nullable JsObject query;
    private @Nullable JsObject cookies;
    private @Nullable JsObject headers;

    /// @param publicBaseUrl empty if clients reach the mock as they say in `Host`
    RequestFacts(MockRequest request, String prefix, Optional<String> publicBaseUrl) {
        this.request = request;
        this.prefix = prefix;
        this.publicBaseUrl = publicBaseUrl;
    }

    /// A route takes it, and so its path has parts with names.
    void matched(PathPattern by, String requestPath) {
        pattern = by;
        path = requestPath;
        params = null;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String hostname() {
        String host = request.headers().first("Host");
        if (host == null) {
            return "";
        }
        int colon = host.indexOf(':', host.startsWith("[") ? host.indexOf(']') + 1 : 0);
        return colon < 0 ? host : host.substring(0, colon);
    }

    @Override
    public String ip() {
        return request.arrival().ip();
    }

    @Override
    public String baseUrl() {
        Arrival arrival = request.arrival();
        String base = publicBaseUrl.orElseGet(
                () -> (arrival.secure() ? "https://" : "http://") + hostInUrl() + ":" + arrival.port());
        return prefix.isEmpty() ? base : base + "/" + prefix;
    }

    /// The reference has this word in URLs if the client named no host.
    private String hostInUrl() {
        String host = hostname();
        return host.isEmpty() ? "undefined" : host;
    }

    @Override
    public String bodyText() {
        String known = bodyText;
        if (known == null) {
            known = new String(request.body(), StandardCharsets.UTF_8);
            bodyText = known;
        }
        return known;
    }

    @Override
    public JsValue body() {
        return parsedBody().value();
    }

    /// Whether the body is not what its type says.
    boolean isMalformed() {
        return body != null && body.malformed();
    }

    private Bodies.Parsed parsedBody() {
        Bodies.Parsed known = body;
        if (known == null) {
            String type = request.headers().first("Content-Type");
            known = Bodies.parse(type == null ? "" : type, request.body(), bodyText());
            body = known;
        }
        return known;
    }

    @Override
    public JsObject query() {
        JsObject known = query;
        if (known == null) {
            known = FormText.query(request.rawQuery());
            query = known;
        }
        return known;
    }

    @Override
    public JsObject params() {
        JsObject known = params;
        if (known == null) {
            known = pattern == null
                    ? JsObject.EMPTY
                    : pattern.match(path).map(Params::of).orElse(JsObject.EMPTY);
            params = known;
        }
        return known;
    }

    @Override
    public JsObject headers() {
        JsObject known = headers;
        if (known == null) {
            JsObject.Builder all = JsObject.builder();
            for (WireHeader header : request.headers().all()) {
                String name = header.name().toLowerCase(Locale.ROOT);
                all.set(name, value(name));
            }
            known = all.build();
            headers = known;
        }
        return known;
    }

    @Override
    public Optional<String> header(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals("referrer") || key.equals("referer")) {
            return joined("referrer").or(() -> joined("referer"));
        }
        return joined(key);
    }

    @Override
    public JsObject cookies() {
        JsObject known = cookies;
        if (known == null) {
            known = joined("cookie").map(Cookies::ofRequest).orElse(JsObject.EMPTY);
            cookies = known;
        }
        return known;
    }

    private JsValue value(String key) {
        return key.equals("set-cookie")
                ? JsArray.of(
                        request.headers().values(key).stream().map(Text::new).toList())
                : new Text(joined(key).orElse(""));
    }

    private Optional<String> joined(String key) {
        String first = request.headers().first(key);
        if (first == null) {
            return Optional.empty();
        }
        if (SingleHeaders.include(key)) {
            return Optional.of(first);
        }
        List<String> values = request.headers().values(key);
        return Optional.of(values.size() < 2 ? first : String.join(key.equals("cookie") ? "; " : ", ", values));
    }
}
