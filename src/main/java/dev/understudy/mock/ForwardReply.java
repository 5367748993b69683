package dev.understudy.mock;

import dev.understudy.mock.wire.Header;
import dev.understudy.mock.wire.HeaderSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes answers out of what another server said. For one request on one thread at a time.
///
/// @param asked path and query that were forwarded, for the message
record ForwardReply(Proxying proxying, String asked, Visit visit) {

    private static final int GATEWAY_TIMEOUT = 504;
    private static final String SET_COOKIE = "set-cookie";
    private static final Set<String> SAID_ONCE = Set.of(
            "age",
            "authorization",
            "content-type",
            "etag",
            "expires",
            "from",
            "host",
            "if-modified-since",
            "if-unmodified-since",
            "last-modified",
            "location",
            "max-forwards",
            "proxy-authorization",
            "referer",
            "retry-after",
            "server",
            "user-agent");
    private static final Pattern DOMAIN = Pattern.compile(";\\s*domain=[^;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECURE = Pattern.compile(";\\s*secure(?=;|$)", Pattern.CASE_INSENSITIVE);

    MockResponse answered(int status, List<Header> answered, byte[] content) {
        boolean bodiless = status < 200 || status == 204 || status == 304;
        boolean head = visit.raw().method().equals("HEAD");
        Map<String, List<Header>> headers = new LinkedHashMap<>();
        for (Header header : visit.sheet().toList()) {
            add(headers, header);
        }
        Map<String, List<Header>> received = new LinkedHashMap<>();
        for (Header header : answered) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!name.equals("transfer-encoding") && !name.equals("content-length")) {
                receive(received, name, header.value());
            } else if (!received.containsKey("content-length") && !bodiless) {
                String length =
                        head && name.equals("content-length") ? header.value() : Integer.toString(content.length);
                received.put("content-length", List.of(new Header("content-length", length)));
            }
        }
        if (!bodiless && !head && !received.containsKey("content-length")) {
            add(received, new Header("content-length", Integer.toString(content.length)));
        }
        proxying.responseHeaders().render(visit, (name, value) -> configured(received, name, value));
        received.forEach(headers::put);
        List<Header> all = new ArrayList<>();
        headers.values().forEach(all::addAll);
        MockResponse made =
                bodiless || head ? MockResponse.empty(status, all, 0) : new MockResponse(status, all, content, 0);
        return made.with(List.of(), visit.incidents());
    }

    MockResponse failed(String reason) {
        String message =
                "An error occurred while trying to proxy to " + proxying.host() + " " + asked + ": Error: " + reason;
        visit.happened("PROXY_ERROR", message);
        HeaderSheet sheet = visit.sheet();
        sheet.write("Content-Type", "text/plain");
        return Answer.once(visit.raw(), GATEWAY_TIMEOUT, sheet, message, 0).with(List.of(), visit.incidents());
    }

    /// A header that the document adds: in the reference a name in another spelling is another header until it is
    /// written, when the last one wins.
    private static void configured(Map<String, List<Header>> received, String name, String value) {
        if (!HeaderSheet.isName(name) || !HeaderSheet.isValue(value)) {
            return;
        }
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(SET_COOKIE)) {
            Header cookie = new Header(name, value.replaceAll("(?i); secure", ""));
            List<Header> before = received.getOrDefault(key, List.of());
            boolean appends = before.isEmpty() || before.getFirst().name().equals(name);
            List<Header> cookies = new ArrayList<>(appends ? before : List.of());
            cookies.add(cookie);
            received.put(key, cookies);
        } else {
            received.put(key, List.of(new Header(name, value)));
        }
    }

    /// Of several headers of a name the values become one, but for cookies, and for what can be said only once.
    private void receive(Map<String, List<Header>> received, String name, String value) {
        if (name.equals(SET_COOKIE)) {
            add(received, new Header(name, cookie(value)));
        } else if (!SAID_ONCE.contains(name)) {
            received.merge(
                    name,
                    List.of(new Header(name, value)),
                    (before, more) -> List.of(new Header(
                            name,
                            before.getFirst().value() + ", " + more.getFirst().value())));
        } else if (!received.containsKey(name)) {
            add(received, new Header(name, value));
        }
    }

    private String cookie(String value) {
        String everywhere = DOMAIN.matcher(value).replaceAll("");
        return visit.raw().arrival().secure()
                ? everywhere
                : SECURE.matcher(everywhere).replaceAll("");
    }

    private static void add(Map<String, List<Header>> headers, Header header) {
        headers.computeIfAbsent(header.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(header);
    }
}
