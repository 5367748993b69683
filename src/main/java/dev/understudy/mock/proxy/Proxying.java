package dev.understudy.mock.proxy;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.Conversions;
import dev.understudy.mock.exchange.Forward;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.respond.EnvironmentDefaults;
import dev.understudy.mock.respond.HeaderTemplates;
import dev.understudy.mock.respond.RequestContext;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WireHeader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where requests go that no route answers.
///
/// @param host as its author wrote it
/// @param target what it stands for; empty if nothing is forwarded
public record Proxying(
        String host,
        Optional<URI> target,
        String removedPrefix,
        HeaderTemplates requestHeaders,
        HeaderTemplates responseHeaders) {

    private static final String ESCAPED = "{}|\\^`<>\"'";

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive");

    public static Proxying of(Environment environment) {
        Node root = environment.root();
        String host = root.get(Schema.ENVIRONMENT_PROXY_HOST);
        return new Proxying(
                host,
                root.get(Schema.ENVIRONMENT_PROXY) ? target(host) : Optional.empty(),
                root.get(Schema.ENVIRONMENT_PROXY_REMOVE_PREFIX) ? root.get(Schema.ENVIRONMENT_PREFIX) : "",
                headers(environment, Slot.PROXY_REQUEST_HEADERS),
                headers(environment, Slot.PROXY_RESPONSE_HEADERS));
    }

    private static HeaderTemplates headers(Environment environment, Slot slot) {
        return new HeaderTemplates(EnvironmentDefaults.headers(
                environment.children(environment.root().id(), slot)));
    }

    /// The URL, if it is one that requests can be sent to.
    public static Optional<URI> target(String host) {
        try {
            URI uri = new URI(host.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    public boolean isOn() {
        return target.isPresent();
    }

    /// For mocks that forward.
    public Forward forward(RequestContext context, String path, EnvironmentDefaults around) {
        URI uri = target.orElseThrow();
        MockRequest request = context.raw();
        String below = withoutPrefix(path)
                + (request.rawQuery().isEmpty() ? "" : "?" + RequestPath.collapse(request.rawQuery()));
        String base = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String url = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority()
                + (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + query
                + escaped(below.startsWith("/") ? below : "/" + below);
        return new Forward(
                request.method(),
                url,
                requestHeaders(context, uri),
                request.body(),
                around.delayMillis(),
                new ForwardReply(this, below, context));
    }

    /// Some characters that a client may leave as they are never are in what the reference forwards.
    private static String escaped(String below) {
        StringBuilder text = new StringBuilder(below.length());
        for (int at = 0; at < below.length(); at++) {
            char c = below.charAt(at);
            if (ESCAPED.indexOf(c) < 0) {
                text.append(c);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
            }
        }
        return text.toString();
    }

    private List<WireHeader> requestHeaders(RequestContext context, URI uri) {
        List<WireHeader> headers = new ArrayList<>();
        headers.add(new WireHeader("host", uri.getRawAuthority()));
        context.request().headers().members().forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                headers.add(new WireHeader(name, Conversions.toText(value)));
            }
        });
        requestHeaders.render(context, (name, value) -> {
            if (HeaderSheet.isName(name) && HeaderSheet.isValue(value)) {
                headers.removeIf(header -> header.name().equalsIgnoreCase(name));
                headers.add(new WireHeader(name, value));
            }
        });
        return headers;
    }

    /// Without looking where the prefix ends, as in the reference.
    private String withoutPrefix(String path) {
        String prefix = "/" + removedPrefix;
        return !removedPrefix.isEmpty() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }
}
