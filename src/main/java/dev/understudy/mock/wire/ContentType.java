package dev.understudy.mock.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rules by which a `Content-Type` gets its charset, and a body its bytes.
public final class ContentType {

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=");
    private static final Pattern NAMED_CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^;\"]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEXTUAL = Pattern.compile("^(text/|application/(javascript|json))");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern PARAMETER =
            Pattern.compile(";[\\t ]*(" + TOKEN + ")[\\t ]*=[\\t ]*(\"(?:[^\"\\\\]|\\\\.)*+\"|" + TOKEN + ")[\\t ]*");

    private ContentType() {}

    /// What a user's value becomes when it is set: textual types without a charset get UTF-8.
    public static String withDefaultCharset(String value) {
        return !CHARSET.matcher(value).find() && TEXTUAL.matcher(value).find() ? value + "; charset=utf-8" : value;
    }

    /// The charset that the value names, lower case; empty if it names none.
    public static Optional<String> charset(String value) {
        Matcher charset = NAMED_CHARSET.matcher(value);
        return charset.find() ? Optional.of(charset.group(1).strip().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /// The media type in its plain form with the charset UTF-8; empty if it can't be read.
    public static Optional<String> asUtf8(String value) {
        int semicolon = value.indexOf(';');
        String type = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
        if (!MEDIA_TYPE.matcher(type).matches()) {
            return Optional.empty();
        }
        TreeMap<String, String> parameters = new TreeMap<>();
        if (semicolon >= 0) {
            Matcher parameter = PARAMETER.matcher(value);
            int at = semicolon;
            while (parameter.find(at) && parameter.start() == at) {
                parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), unquoted(parameter.group(2)));
                at = parameter.end();
            }
            if (at != value.length()) {
                return Optional.empty();
            }
        }
        parameters.put("charset", "utf-8");
        List<String> pieces = new ArrayList<>();
        pieces.add(type.toLowerCase(Locale.ROOT));
        parameters.forEach((name, text) -> pieces.add(name + "=" + quoted(text)));
        return Optional.of(String.join("; ", pieces));
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    private static String quoted(String text) {
        return text.matches(TOKEN) ? text : '"' + text.replaceAll("([\\\\\"])", "\\\\$1") + '"';
    }
}
