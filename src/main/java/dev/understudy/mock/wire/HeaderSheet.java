package dev.understudy.mock.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The headers of a response while it is put together: a later header of a name takes the place of the
/// earlier one and brings its own spelling; cookies add up. Not thread-safe.
public final class HeaderSheet {

    private static final String SET_COOKIE = "set-cookie";
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private record Entry(String spelling, List<String> values) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public HeaderSheet() {}

    public HeaderSheet(HeaderSheet other) {
        entries.putAll(other.entries);
    }

    /// Takes a header: ignored if its name or value can't be in one.
    public void write(String name, String value) {
        if (!isName(name) || !isValue(value)) {
            return;
        }
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(SET_COOKIE)) {
            addCookie(name, value);
        } else {
            set(name, key.equals("content-type") ? ContentType.withDefaultCharset(value) : value);
        }
    }

    /// Takes headers as a user wrote them: ignored are also those without a value.
    public void writeAll(List<WireHeader> headers) {
        for (WireHeader header : headers) {
            if (!header.value().isEmpty()) {
                write(header.name(), header.value());
            }
        }
    }

    public void set(String name, String value) {
        entries.put(name.toLowerCase(Locale.ROOT), new Entry(name, List.of(value)));
    }

    public void remove(String... names) {
        for (String name : names) {
            entries.remove(name.toLowerCase(Locale.ROOT));
        }
    }

    public @Nullable String get(String name) {
        Entry entry = entries.get(name.toLowerCase(Locale.ROOT));
        return entry == null ? null : entry.values().getFirst();
    }

    public List<WireHeader> toList() {
        List<WireHeader> headers = new ArrayList<>();
        for (Entry entry : entries.values()) {
            entry.values().forEach(value -> headers.add(new WireHeader(entry.spelling(), value)));
        }
        return List.copyOf(headers);
    }

    private void addCookie(String name, String value) {
        Entry before = entries.get(SET_COOKIE);
        List<String> values = new ArrayList<>(before == null ? List.of() : before.values());
        values.add(value);
        entries.put(SET_COOKIE, new Entry(name, values));
    }

    /// Whether a header can be called so.
    public static boolean isName(String name) {
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && TOKEN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /// Whether a header can hold this.
    public static boolean isValue(String value) {
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (c != '\t' && !(c >= ' ' && c <= '~') && !(c >= 0x80 && c <= 0xFF)) {
                return false;
            }
        }
        return true;
    }
}
