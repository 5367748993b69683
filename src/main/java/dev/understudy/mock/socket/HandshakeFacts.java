package dev.understudy.mock.socket;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.request.BodyType;
import dev.understudy.mock.request.CompactXml;
import dev.understudy.mock.request.Cookies;
import dev.understudy.mock.respond.Params;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.template.scope.RequestView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The handshake of a WebSocket together with the present message, as templates and rules see them: not quite what
/// they see of plain requests.
///
/// @param pattern of the route without the environment's prefix
/// @param message empty where the mock talks by itself
record HandshakeFacts(MockRequest request, PathPattern pattern, String message, String baseUrl) implements RequestView {

    static HandshakeFacts of(
            MockRequest request, PathPattern pattern, String message, String prefix, Optional<String> publicBaseUrl) {
        Arrival arrival = request.arrival();
        String host = request.headers().first("Host");
        String base = publicBaseUrl.orElseGet(
                () -> (arrival.secure() ? "https://" : "http://") + (host == null ? "" : host) + ":" + arrival.port());
        return new HandshakeFacts(request, pattern, message, base + (prefix.isEmpty() ? "" : "/" + prefix));
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public String hostname() {
        return header("host").orElse("");
    }

    @Override
    public String ip() {
        return header("x-forwarded-for").orElse(request.arrival().ip());
    }

    @Override
    public String bodyText() {
        return message;
    }

    @Override
    public JsValue body() {
        if (message.isEmpty()) {
            return Undefined.UNDEFINED;
        }
        JsValue parsed = parsed();
        return Conversions.isTruthy(parsed) ? parsed : Undefined.UNDEFINED;
    }

    /// The message by the type that the handshake named; undefined if it is not of that type.
    JsValue parsed() {
        return switch (BodyType.of(header("content-type").orElse(""))) {
            case JSON -> JsJson.parse(message).orElse(Undefined.UNDEFINED);
            case XML -> CompactXml.parse(message).orElse(Undefined.UNDEFINED);
            case FORM, MULTIPART, OTHER -> new Text(message);
        };
    }

    /// Flat: brackets mean nothing.
    @Override
    public JsObject query() {
        Map<String, List<JsValue>> values = new LinkedHashMap<>();
        if (!request.rawQuery().isEmpty()) {
            for (String pair : request.rawQuery().split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (!pair.isEmpty()) {
                    values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(new Text(value));
                }
            }
        }
        JsObject.Builder query = JsObject.builder();
        values.forEach((name, all) -> query.set(name, all.size() == 1 ? all.getFirst() : JsArray.of(all)));
        return query.build();
    }

    @Override
    public JsObject params() {
        return Percent.isDecodable(request.rawPath())
                ? pattern.match(request.rawPath()).map(Params::of).orElse(JsObject.EMPTY)
                : JsObject.EMPTY;
    }

    @Override
    public JsObject headers() {
        JsObject.Builder headers = JsObject.builder();
        for (WireHeader header : request.headers().all()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            headers.set(name, new Text(String.join(", ", request.headers().values(name))));
        }
        return headers.build();
    }

    /// Names in any other case than lower are not found.
    @Override
    public Optional<String> header(String name) {
        boolean lower = name.equals(name.toLowerCase(Locale.ROOT));
        return lower && request.headers().first(name) != null
                ? Optional.of(String.join(", ", request.headers().values(name)))
                : Optional.empty();
    }

    @Override
    public JsObject cookies() {
        return header("cookie").map(Cookies::ofHandshake).orElse(JsObject.EMPTY);
    }

    private static String decoded(String text) {
        return Percent.decodeIfPossible(text.replace('+', ' '));
    }
}
