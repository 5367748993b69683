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

    /// Takes a header as a user wrote it: ignored if its name or value is empty or can't be in a header.
    public void write(String name, String value) {
        if (!isName(name) || value.isEmpty() || !isValue(value)) {
            return;
        }
        String key = name.toLowerCase(Locale.ROOT);
        if (key.equals(SET_COOKIE)) {
            addCookie(name, value);
        } else {
            set(name, key.equals("content-type") ? ContentType.withDefaultCharset(value) : value);
        }
    }

    public void writeAll(List<Header> headers) {
        headers.forEach(header -> write(header.name(), header.value()));
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

    public List<Header> toList() {
        List<Header> headers = new ArrayList<>();
        for (Entry entry : entries.values()) {
            entry.values().forEach(value -> headers.add(new Header(entry.spelling(), value)));
        }
        return List.copyOf(headers);
    }

    private void addCookie(String name, String value) {
        Entry before = entries.get(SET_COOKIE);
        List<String> values = new ArrayList<>(before == null ? List.of() : before.values());
        values.add(value);
        entries.put(SET_COOKIE, new Entry(name, values));
    }

    public static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0));
    }

    public static boolean isValue(String value) {
        return value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~') || (c >= 0x80 && c <= 0xFF));
    }
}
