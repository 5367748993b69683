package dev.understudy.mock.path;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Rewrites the path syntax of older mock files (that of Express 4) to the one [PathParser] reads. The steps
/// run in this order, each on what the one before left; files rely on the odd results too.
public final class LegacyPathSyntax {

    private static final String NAME = ":([A-Za-z_$][A-Za-z0-9_$]*)";
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern LONE_STAR = Pattern.compile("(^|/)\\*(?![A-Za-z0-9_\"])");
    private static final Pattern OPTIONAL_PARAMETER = Pattern.compile("([/.~-])" + NAME + "\\?");
    private static final Pattern REPEATED_PARAMETER = Pattern.compile(NAME + "\\+");
    private static final Pattern ANY_PARAMETER = Pattern.compile("/" + NAME + "\\*");
    private static final Pattern OPTIONAL_CHARACTER = Pattern.compile("(?<!\\\\)([A-Za-z0-9_])\\?");
    private static final Pattern REPEATED_CHARACTER = Pattern.compile("(?<!\\\\)([A-Za-z0-9_])\\+");

    private LegacyPathSyntax() {}

    /// The whole path of a route as its author wrote it: prefix and endpoint, slashes collapsed.
    public static String join(String prefix, String endpoint) {
        return SLASHES.matcher("/" + prefix + "/" + endpoint.replace(" ", "%20"))
                .replaceAll("/");
    }

    static String rewrite(String path) {
        String rewritten = numberStars(path);
        rewritten = braced(rewritten, "?");
        rewritten = braced(rewritten, "");
        rewritten = OPTIONAL_PARAMETER.matcher(rewritten).replaceAll("{$1:$2}");
        rewritten = REPEATED_PARAMETER.matcher(rewritten).replaceAll("*$1");
        rewritten = ANY_PARAMETER.matcher(rewritten).replaceAll("{/*$1}");
        rewritten = OPTIONAL_CHARACTER.matcher(rewritten).replaceAll("{$1}");
        return REPEATED_CHARACTER.matcher(rewritten).replaceAll("$1{$1}");
    }

    /// Parentheses that are followed by the suffix become braces, `(a)?` for one `{a}`. Takes no longer than the path
    /// is long, however many open and never close.
    private static String braced(String path, String suffix) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        int at = path.indexOf('(');
        int close = path.indexOf(')');
        while (at >= 0 && close >= 0) {
            int next = at + 1;
            if (close < at) {
                close = path.indexOf(')', at);
                next = at;
            } else if (close > next && !path.startsWith("\\", at - 1)) {
                boolean found = path.startsWith(suffix, close + 1);
                next = close + 1;
                if (found) {
                    out.append(path, from, at)
                            .append('{')
                            .append(path, at + 1, close)
                            .append('}');
                    from = next + suffix.length();
                    next = from;
                }
            }
            at = path.indexOf('(', next);
        }
        return out.append(path, from, path.length()).toString();
    }

    private static String numberStars(String path) {
        int[] next = {0};
        return LONE_STAR.matcher(path).replaceAll((MatchResult star) -> star.group(1) + "*wildcard" + next[0]++);
    }
}
