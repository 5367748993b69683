package dev.understudy.mock.proxy;

import dev.understudy.mock.exchange.Forward;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.respond.PreparedAnswer;
import dev.understudy.mock.respond.RequestContext;
import dev.understudy.mock.respond.SingleHeaders;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WireHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes answers out of what another server said. For one request on one thread at a time.
///
/// @param asked path and query that were forwarded, for the message
record ForwardReply(Proxying proxying, String asked, RequestContext context) implements Forward.Completion {

    private static final int GATEWAY_TIMEOUT = 504;
    private static final String SET_COOKIE = "set-cookie";
    private static final Pattern DOMAIN = Pattern.compile(";\\s*domain=[^;]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECURE = Pattern.compile(";\\s*secure(?=;|$)", Pattern.CASE_INSENSITIVE);

    @Override
    public MockResponse answered(int status, List<WireHeader> answered, byte[] content) {
        boolean bodiless = status < 200 || status == 204 || status == 304;
        boolean head = context.raw().method().equals("HEAD");
        Map<String, List<WireHeader>> headers = new LinkedHashMap<>();
        for (WireHeader header : context.sheet().toList()) {
            add(headers, header);
        }
        Map<String, List<WireHeader>> received = new LinkedHashMap<>();
        for (WireHeader header : answered) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!name.equals("transfer-encoding") && !name.equals("content-length")) {
                receive(received, name, header.value());
            } else if (!received.containsKey("content-length") && !bodiless) {
                String length =
                        head && name.equals("content-length") ? header.value() : Integer.toString(content.length);
                received.put("content-length", List.of(new WireHeader("content-length", length)));
            }
        }
        if (!bodiless && !head && !received.containsKey("content-length")) {
            add(received, new WireHeader("content-length", Integer.toString(content.length)));
        }
        proxying.responseHeaders().render(context, (name, value) -> configured(received, name, value));
        received.forEach(headers::put);
        List<WireHeader> all = new ArrayList<>();
        headers.values().forEach(all::addAll);
        MockResponse made =
                bodiless || head ? MockResponse.empty(status, all, 0) : new MockResponse(status, all, content, 0);
        return made.with(List.of(), context.incidents()).after(context.trail());
    }

    @Override
    public MockResponse failed(String reason, String told) {
        String start = "An error occurred while trying to proxy to " + proxying.host() + " " + asked + ": Error: ";
        String message = start + told;
        context.happened("PROXY_ERROR", start + reason);
        HeaderSheet sheet = context.sheet();
        sheet.write("Content-Type", "text/plain");
        return PreparedAnswer.once(context.raw(), GATEWAY_TIMEOUT, sheet, message, 0)
                .with(List.of(), context.incidents())
                .after(context.trail());
    }

    /// A header that the document adds: in the reference a name in another spelling is another header until it is
    /// written, when the last one wins.
    private static void configured(Map<String, List<WireHeader>> received, String name, String value) {
        if (!HeaderSheet.isName(name) || !HeaderSheet.isValue(value)) {
            return;
        }
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(SET_COOKIE)) {
            WireHeader cookie = new WireHeader(name, value.replaceAll("(?i); secure", ""));
            List<WireHeader> before = received.getOrDefault(key, List.of());
            boolean appends = before.isEmpty() || before.getFirst().name().equals(name);
            List<WireHeader> cookies = new ArrayList<>(appends ? before : List.of());
            cookies.add(cookie);
            received.put(key, cookies);
        } else {
            received.put(key, List.of(new WireHeader(name, value)));
        }
    }

    /// Of several headers of a name the values become one, but for cookies, and for what can be said only once.
    private void receive(Map<String, List<WireHeader>> received, String name, String value) {
        if (name.equals(SET_COOKIE)) {
            add(received, new WireHeader(name, cookie(value)));
        } else if (!SingleHeaders.include(name)) {
            received.merge(
                    name,
                    List.of(new WireHeader(name, value)),
                    (before, more) -> List.of(new WireHeader(
                            name,
                            before.getFirst().value() + ", " + more.getFirst().value())));
        } else if (!received.containsKey(name)) {
            add(received, new WireHeader(name, value));
        }
    }

    private String cookie(String value) {
        String everywhere = DOMAIN.matcher(value).replaceAll("");
        return context.raw().arrival().secure()
                ? everywhere
                : SECURE.matcher(everywhere).replaceAll("");
    }

    private static void add(Map<String, List<WireHeader>> headers, WireHeader header) {
        headers.computeIfAbsent(header.name().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(header);
    }
}
