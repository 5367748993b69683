package dev.understudy.format.openapi;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The path that all of an API's paths start with, from the address of its first server. Addresses are read as a
/// browser reads them (WHATWG URL); one with neither scheme nor slash at its start gives no prefix.
final class ServerPrefix {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("([^/\\\\?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?:[^@]*@)?(\\[[0-9A-Fa-f:.]+]|[^\\s#%/:<>?@\\[\\\\\\]^|{}]+)(?::(\\d{0,5}))?");
    private static final Set<String> WITH_HOST = Set.of("http", "https", "ws", "wss", "ftp");
    private static final String ESCAPED = " \"#<>?`{}^";
    private static final int MAX_PORT = 65_535;

    private ServerPrefix() {}

    /// Without the slash at its start.
    static String of(JsObject description) {
        JsValue first = description.get("servers") instanceof JsArray servers ? servers.get(0) : JsObject.EMPTY;
        JsObject server = LenientValues.object(first);
        String url = filled(LenientValues.label(server.get("url")), LenientValues.object(server.get("variables")));
        return withoutSlash(url.startsWith("/") ? url : path(url));
    }

    static String withoutSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static String filled(String url, JsObject variables) {
        return VARIABLE.matcher(url)
                .replaceAll(found -> Matcher.quoteReplacement(
                        text(LenientValues.object(variables.get(found.group(1))).get("default"))));
    }

    private static String text(JsValue value) {
        return Conversions.isTruthy(value) && value.depth() == 0 ? Conversions.toText(value) : "";
    }

    private static String path(String url) {
        Matcher parts = SCHEME.matcher(url.strip());
        if (!parts.matches()) {
            return "";
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String rest = parts.group(2);
        if (WITH_HOST.contains(scheme)) {
            Matcher address = AUTHORITY.matcher(rest.replaceFirst("^[/\\\\]*", ""));
            return address.matches() && isHost(address.group(1)) ? tidied(address.group(2)) : "";
        }
        Matcher address = AUTHORITY.matcher(rest.startsWith("//") ? rest.substring(2) : "");
        return address.matches() && rest.startsWith("//") ? tidied(address.group(2)) : escaped(cut(rest));
    }

    private static boolean isHost(String authority) {
        Matcher host = HOST.matcher(authority);
        if (!host.matches()) {
            return false;
        }
        String port = host.group(2);
        return port == null || port.isEmpty() || Integer.parseInt(port) <= MAX_PORT;
    }

    /// Without query and fragment, and without what `.` and `..` take away.
    private static String tidied(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = cut(path).replace('\\', '/').split("/", -1);
        for (int index = 1; index < segments.length; index++) {
            String segment = segments[index];
            boolean last = index == segments.length - 1;
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.add(segment);
                continue;
            }
            if (last) {
                kept.add("");
            }
        }
        return "/" + escaped(String.join("/", kept));
    }

    private static String cut(String path) {
        return path.replaceFirst("(?s)[?#].*", "");
    }

    private static String escaped(String path) {
        StringBuilder escaped = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if (c <= ' ' || c > '~' || ESCAPED.indexOf(c) >= 0) {
                escaped.append("%%%02X".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
