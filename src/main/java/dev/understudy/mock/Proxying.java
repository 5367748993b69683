package dev.understudy.mock;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.Conversions;
import dev.understudy.mock.wire.Header;
import dev.understudy.mock.wire.HeaderSheet;
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
record Proxying(
        String host,
        Optional<URI> target,
        String removedPrefix,
        HeaderTemplates requestHeaders,
        HeaderTemplates responseHeaders) {

    private static final String ESCAPED = "{}|\\^`<>\"'";

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "keep-alive");

    static Proxying of(Environment environment) {
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
        return new HeaderTemplates(
                Surroundings.headers(environment.children(environment.root().id(), slot)));
    }

    /// The URL, if it is one that requests can be sent to.
    static Optional<URI> target(String host) {
        try {
            URI uri = new URI(host.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    boolean isOn() {
        return target.isPresent();
    }

    /// For mocks that forward.
    Forward forward(Visit visit, String path, Surroundings around) {
        URI uri = target.orElseThrow();
        MockRequest request = visit.raw();
        String below = withoutPrefix(path)
                + (request.rawQuery().isEmpty() ? "" : "?" + CompiledMock.collapse(request.rawQuery()));
        String base = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String url = uri.getScheme().toLowerCase(Locale.ROOT) + "://" + uri.getRawAuthority()
                + (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + query
                + escaped(below.startsWith("/") ? below : "/" + below);
        return new Forward(
                request.method(),
                url,
                requestHeaders(visit, uri),
                request.body(),
                around.delayMillis(),
                new ForwardReply(this, below, visit));
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

    private List<Header> requestHeaders(Visit visit, URI uri) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("host", uri.getRawAuthority()));
        visit.request().headers().members().forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name)) {
                headers.add(new Header(name, Conversions.toText(value)));
            }
        });
        requestHeaders.render(visit, (name, value) -> {
            if (HeaderSheet.isName(name) && HeaderSheet.isValue(value)) {
                headers.removeIf(header -> header.name().equalsIgnoreCase(name));
                headers.add(new Header(name, value));
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
