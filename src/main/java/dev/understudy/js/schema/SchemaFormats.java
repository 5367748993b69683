package dev.understudy.js.schema;

import dev.understudy.js.Effort;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.regex.JsRegex;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The formats that schemas can ask of texts, and of numbers.
final class SchemaFormats {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Pattern TIME =
            Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d(?:\\.\\d+)?)(?:[zZ]|([+-])(\\d\\d)(?::?(\\d\\d))?)?");
    private static final Pattern SEPARATOR = Pattern.compile("[tT\\s]");
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final double MAX_INT = 2_147_483_647;

    /// Longer texts are no dates, addresses or expressions.
    static final int MAX_SPELLED = 1 << 16;

    private static final String LABEL = "[a-z0-9](?:[-0-9a-z]{0,61}[0-9a-z])?";
    private static final String BYTE = "(?:25[0-5]|(?:2[0-4]|1\\d|[1-9]|)\\d)";
    private static final String IPV4 = BYTE + "(?:\\." + BYTE + "){3}";
    private static final String UNRESERVED = "[a-z0-9\\-._~!$&'()*,;=:@]|%[0-9a-f]{2}";
    private static final String SEGMENTS = "(?:/(?:" + UNRESERVED + ")*)*";
    private static final String HOST = "(?:\\[[0-9a-f:.v]+\\]|(?:[a-z0-9\\-._~!$&'()*,;=]|%[0-9a-f]{2})*)";
    private static final String AUTHORITY = "//(?:(?:[a-z0-9\\-._~!$&'()*,;=:]|%[0-9a-f]{2})*@)?" + HOST + "(?::\\d*)?";
    private static final String QUERY = "(?:\\?(?:" + UNRESERVED + "|[/?])*)?(?:#(?:" + UNRESERVED + "|[/?])*)?";
    private static final String SCHEME = "[a-z][a-z0-9+\\-.]*:";
    private static final String HIER = "(?:" + AUTHORITY + SEGMENTS + "|/?(?:" + UNRESERVED + ")+" + SEGMENTS + "|/)";

    private static final Map<String, Check> TEXTS = Map.ofEntries(
            Map.entry("date", new Spelled(SchemaFormats::isDate)),
            Map.entry("time", new Spelled(text -> isTime(text, true))),
            Map.entry("iso-time", new Spelled(text -> isTime(text, false))),
            Map.entry("date-time", new Spelled(text -> isDateTime(text, true))),
            Map.entry("iso-date-time", new Spelled(text -> isDateTime(text, false))),
            Map.entry(
                    "duration",
                    matching("P(?!$)(?:(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?"
                            + "|(?:\\d+W)?)")),
            Map.entry("uri", ignoringCase(SCHEME + HIER + QUERY)),
            Map.entry("uri-reference", ignoringCase("(?:" + SCHEME + ")?" + HIER + "?" + QUERY)),
            Map.entry(
                    "uri-template",
                    ignoringCase("(?:[^\\x00-\\x20\"'<>%\\\\^`{|}]|%[0-9a-f]{2}"
                            + "|\\{[+#./;?&=,!@|]?[a-z0-9_%,.:*]+\\})*")),
            Map.entry(
                    "url",
                    ignoringCase(
                            "(?:https?|ftp)://(?!(?:10|127)(?:\\.\\d{1,3}){3})(?!(?:169\\.254|192\\.168)(?:\\.\\d{1,3}){2})"
                                    + "(?!172\\.(?:1[6-9]|2\\d|3[0-1])(?:\\.\\d{1,3}){2})(?:[^\\s@/]+@)?(?:" + IPV4
                                    + "|[^\\s/:?#.]+(?:\\.[^\\s/:?#.]+)*"
                                    + "\\.[a-z\\u00a1-\\uffff]{2,})(?::\\d{2,5})?(?:/\\S*)?")),
            Map.entry(
                    "email",
                    ignoringCase("[a-z0-9!#$%&'*/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*/=?^_`{|}~-]+)*@"
                            + "(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")),
            Map.entry("hostname", ignoringCase("(?=.{1,253}\\.?$)" + LABEL + "(?:\\." + LABEL + ")*\\.?")),
            Map.entry("ipv4", matching(IPV4)),
            Map.entry("ipv6", new Spelled(SchemaFormats::isIpv6)),
            Map.entry("regex", new Spelled(text -> JsRegex.compile(text, false) instanceof JsRegex.Compiled)),
            Map.entry("uuid", ignoringCase("(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")),
            Map.entry("json-pointer", matching("(?:/(?:[^~/]|~0|~1)*)*")),
            Map.entry(
                    "json-pointer-uri-fragment",
                    ignoringCase("#(?:/(?:[a-z0-9_\\-.!$&'()*,;:=@]|%[0-9a-f]{2}|~0|~1)*)*")),
            Map.entry("relative-json-pointer", matching("(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~0|~1)*)*)")),
            Map.entry("byte", matching("(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")),
            Map.entry("password", new Spelled(_ -> true)),
            Map.entry("binary", new Spelled(_ -> true)));

    private static final Map<String, DoublePredicate> NUMBERS = Map.of(
            "int32", number -> number % 1 == 0 && number <= MAX_INT && number >= -MAX_INT - 1,
            "int64", number -> number % 1 == 0,
            "float", _ -> true,
            "double", _ -> true);

    private SchemaFormats() {}

    static boolean isKnown(String format) {
        return TEXTS.containsKey(format) || NUMBERS.containsKey(format);
    }

    static <X extends Exception> boolean obeys(String format, JsValue value, Effort<X> effort) throws X {
        if (value instanceof Num(double number, var _)) {
            DoublePredicate numbers = NUMBERS.get(format);
            return numbers == null || numbers.test(number);
        }
        if (!(value instanceof Text(String text))) {
            return true;
        }
        effort.spend(text.length());
        return switch (TEXTS.get(format)) {
            case null -> true;
            case Spelled(Predicate<String> test) -> text.length() <= MAX_SPELLED && test.test(text);
            case Matched(JsRegex regex) -> regex.find(text, effort);
        };
    }

    private static Check matching(String source) {
        return matched(source, false);
    }

    private static Check ignoringCase(String source) {
        return matched(source, true);
    }

    private static Check matched(String source, boolean ignoreCase) {
        return switch (JsRegex.compile("^(?:" + source + ")$", ignoreCase)) {
            case JsRegex.Compiled(JsRegex regex) -> new Matched(regex);
            case JsRegex.Invalid(String message, var _) -> throw new IllegalStateException(message);
        };
    }

    /// How a text is judged.
    private sealed interface Check {}

    /// By a program.
    private record Spelled(Predicate<String> test) implements Check {}

    /// By an expression, whose work is paid for.
    private record Matched(JsRegex regex) implements Check {}

    private static boolean isDate(String text) {
        var date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        int year = Integer.parseInt(date.group(1));
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = month == 2 && !leap ? 28 : month >= 1 && month <= 12 ? DAYS[month - 1] : 0;
        return day >= 1 && day <= days;
    }

    private static boolean isTime(String text, boolean withZone) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return false;
        }
        boolean zoned = text.endsWith("z") || text.endsWith("Z") || time.group(4) != null;
        int hour = Integer.parseInt(time.group(1));
        int minute = Integer.parseInt(time.group(2));
        double second = Double.parseDouble(time.group(3));
        int zoneHour = time.group(5) == null ? 0 : Integer.parseInt(time.group(5));
        int zoneMinute = time.group(6) == null ? 0 : Integer.parseInt(time.group(6));
        if (zoneHour > 23 || zoneMinute > 59 || (withZone && !zoned)) {
            return false;
        }
        if (hour <= 23 && minute <= 59 && second < 60) {
            return true;
        }
        int sign = "-".equals(time.group(4)) ? -1 : 1;
        int universal = Math.floorMod(hour * 60 + minute - sign * (zoneHour * 60 + zoneMinute), 24 * 60);
        return universal == 24 * 60 - 1 && second < 61;
    }

    private static boolean isDateTime(String text, boolean withZone) {
        String[] parts = SEPARATOR.split(text, -1);
        return parts.length == 2 && isDate(parts[0]) && isTime(parts[1], withZone);
    }

    private static boolean isIpv6(String text) {
        String address = text;
        int lastColon = text.lastIndexOf(':');
        if (lastColon >= 0 && text.indexOf('.') >= 0) {
            if (!text.substring(lastColon + 1).matches(IPV4)) {
                return false;
            }
            address = text.substring(0, lastColon + 1) + "0:0";
        }
        int gap = address.indexOf("::");
        if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        for (String group : address.replaceFirst("^::", "")
                .replaceFirst("::$", "")
                .replace("::", ":")
                .split(":", -1)) {
            if (group.isEmpty() && gap < 0) {
                return false;
            }
            if (!group.isEmpty()) {
                groups++;
                if (!group.matches("[0-9a-fA-F]{1,4}")) {
                    return false;
                }
            }
        }
        return gap >= 0 ? groups < 8 : groups == 8;
    }
}
