package dev.understudy.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of an absolute URL of HTTP.
///
/// @param host in lower case, with the port if it is not the usual one
/// @param path with its escapes; starts with a slash
/// @param query without the question mark
record HarUrl(String host, String path, String query) {

    private static final int MAX_LENGTH = 16 * 1024;
    private static final Pattern FORM = Pattern.compile(
            "(?i)(https?)://(?:[^/?#@]*@)?(\\[[0-9a-f:.]{2,45}]|[^/?#:@\\[\\]\\s]{1,255})(:[0-9]{0,5})?(/[^?#]*)?(\\?[^#]*)?(#.*)?");

    /// Empty if it is none, or longer than anybody asks.
    static Optional<HarUrl> of(String text) {
        if (text.length() > MAX_LENGTH || text.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String port = parts.group(3) == null ? "" : parts.group(3);
        boolean usual = port.equals(":") || port.equals(scheme.equals("https") ? ":443" : ":80");
        return Optional.of(new HarUrl(
                parts.group(2).toLowerCase(Locale.ROOT) + (usual ? "" : port),
                parts.group(4) == null ? "/" : parts.group(4),
                parts.group(5) == null ? "" : parts.group(5).substring(1)));
    }
}
