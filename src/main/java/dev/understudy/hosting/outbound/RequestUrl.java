package dev.understudy.hosting.outbound;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a request goes: what is left of a URL once it is read, as browsers read it. User name, password and fragment
/// are dropped.
///
/// @param host a name or a literal address, without brackets
/// @param path with the query, percent-encoded, never empty
record RequestUrl(boolean secure, String host, int port, String path) {

    private static final int MAX_LENGTH = 16 * 1024;
    private static final Pattern SCHEME = Pattern.compile("(?i)https?:[/\\\\]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
    private static final String ESCAPED = " \"<>^`{|}\\";

    /// Reads an absolute URL.
    ///
    /// @throws OutboundFailure with a sentence, if it is none of HTTP
    static RequestUrl parse(String url) throws OutboundFailure {
        String text = url.strip();
        var scheme = SCHEME.matcher(text);
        if (text.length() > MAX_LENGTH || !scheme.lookingAt()) {
            throw invalid(url);
        }
        boolean secure = text.regionMatches(true, 0, "https", 0, 5);
        String rest = text.substring(scheme.end());
        int end = endOfAuthority(rest);
        String authority = rest.substring(0, end);
        Host host = host(authority.substring(authority.lastIndexOf('@') + 1), url);
        return new RequestUrl(
                secure, host.name, host.port < 0 ? (secure ? 443 : 80) : host.port, path(rest.substring(end)));
    }

    /// The place that a `Location` leads to.
    RequestUrl resolve(String location) throws OutboundFailure {
        if (SCHEME.matcher(location.strip()).lookingAt()) {
            return parse(location);
        }
        try {
            String escaped = escape(location.strip());
            return parse(new URI(origin() + path).resolve(new URI(escaped)).toString());
        } catch (URISyntaxException | IllegalArgumentException _) {
            throw invalid(location);
        }
    }

    boolean isSameOrigin(RequestUrl other) {
        return secure == other.secure && port == other.port && host.equals(other.host);
    }

    /// Scheme, host and port as a browser shows them.
    String origin() {
        return (secure ? "https://" : "http://") + authority();
    }

    /// The value of `Host`.
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    private record Host(String name, int port) {}

    private static Host host(String text, String url) throws OutboundFailure {
        boolean bracketed = text.startsWith("[");
        int colon = text.indexOf(':', bracketed ? Math.max(0, text.indexOf(']')) : 0);
        String name = colon < 0 ? text : text.substring(0, colon);
        String digits = colon < 0 ? "" : text.substring(colon + 1);
        try {
            int port = digits.isEmpty() ? -1 : Integer.parseInt(digits);
            String plain = bracketed ? literal(name) : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
            if ((!bracketed && !NAME.matcher(plain).matches())
                    || port > 65_535
                    || port == 0
                    || !digits.chars().allMatch(Character::isDigit)) {
                throw invalid(url);
            }
            return new Host(plain.toLowerCase(Locale.ROOT), port);
        } catch (IllegalArgumentException _) {
            throw invalid(url);
        }
    }

    private static String literal(String bracketed) {
        String inner = bracketed.substring(1, Math.max(1, bracketed.length() - 1));
        if (!bracketed.endsWith("]") || !inner.contains(":") || !inner.matches("[0-9A-Fa-f:.]{2,45}")) {
            throw new IllegalArgumentException(bracketed);
        }
        return inner;
    }

    private static int endOfAuthority(String rest) {
        int end = 0;
        while (end < rest.length() && "/\\?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String path(String rest) {
        int fragment = rest.indexOf('#');
        String kept = fragment < 0 ? rest : rest.substring(0, fragment);
        int query = kept.indexOf('?');
        String path = (query < 0 ? kept : kept.substring(0, query)).replace('\\', '/');
        String whole = query < 0 ? path : path + kept.substring(query);
        return escape(whole.startsWith("/") ? whole : "/" + whole);
    }

    /// What can't stand in a URL becomes percent-encoded, and line breaks vanish; what is encoded already stays.
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char unit = (char) (octet & 0xff);
            if (unit == '\r' || unit == '\n' || unit == '\t') {
                continue;
            }
            if (unit <= ' ' || unit > '~' || ESCAPED.indexOf(unit) >= 0) {
                escaped.append('%').append(String.format(Locale.ROOT, "%02X", (int) unit));
            } else {
                escaped.append(unit);
            }
        }
        return escaped.toString();
    }

    private static OutboundFailure invalid(String url) {
        return new OutboundFailure("Invalid URL: " + (url.length() > 200 ? url.substring(0, 200) + "…" : url));
    }
}
