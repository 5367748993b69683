package dev.understudy.mock.respond;

import dev.understudy.js.Numbers;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.template.scope.TemplateException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The headers of a callback, by the rules of the `fetch` that the reference calls with: names that differ in their
/// case only are one header with both values, and what can't be sent keeps the callback from being sent.
final class CallHeaders {

    private static final Set<String> UNSENDABLE = Set.of("transfer-encoding", "keep-alive", "upgrade", "expect");

    private CallHeaders() {}

    /// In the order in which they go out.
    ///
    /// @param length of the body, in bytes
    /// @param type of the body, for authors who have not said one
    /// @throws TemplateException if one of them can't be sent
    static List<WireHeader> of(Map<String, String> given, int length, Optional<String> type) throws TemplateException {
        Map<String, WireHeader> sent = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : given.entrySet()) {
            String name = header.getKey();
            String value = header.getValue().strip();
            String key = name.toLowerCase(Locale.ROOT);
            boolean impossible = !HeaderSheet.isName(name)
                    || !HeaderSheet.isValue(value)
                    || UNSENDABLE.contains(key)
                    || (key.equals("content-length") && Numbers.parseInt(value) != length);
            if (impossible) {
                throw new TemplateException("the header \"" + name + "\" can't be sent");
            }
            sent.merge(key, new WireHeader(name, value), CallHeaders::joined);
        }
        type.ifPresent(text -> sent.putIfAbsent("content-type", new WireHeader("content-type", text)));
        sent.remove("host");
        return List.copyOf(sent.values());
    }

    private static WireHeader joined(WireHeader first, WireHeader second) {
        return new WireHeader(first.name(), first.value() + ", " + second.value());
    }
}
