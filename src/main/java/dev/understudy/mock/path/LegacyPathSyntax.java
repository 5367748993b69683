package dev.understudy.mock.path;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Rewrites the path syntax of older mock files (that of Express 4) to the one [PathParser] reads. The steps
/// run in this order, each on what the one before left; files rely on the odd results too.
public final class LegacyPathSyntax {

    private static final String NAME = ":([A-Za-z_$][A-Za-z0-9_$]*)";
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern LONE_STAR = Pattern.compile("(^|/)\\*(?![A-Za-z0-9_\"])");
    private static final Pattern OPTIONAL_GROUP = Pattern.compile("(?<!\\\\)\\(([^)]+)\\)\\?");
    private static final Pattern GROUP = Pattern.compile("(?<!\\\\)\\(([^)]+)\\)");
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
        rewritten = OPTIONAL_GROUP.matcher(rewritten).replaceAll("{$1}");
        rewritten = GROUP.matcher(rewritten).replaceAll("{$1}");
        rewritten = OPTIONAL_PARAMETER.matcher(rewritten).replaceAll("{$1:$2}");
        rewritten = REPEATED_PARAMETER.matcher(rewritten).replaceAll("*$1");
        rewritten = ANY_PARAMETER.matcher(rewritten).replaceAll("{/*$1}");
        rewritten = OPTIONAL_CHARACTER.matcher(rewritten).replaceAll("{$1}");
        return REPEATED_CHARACTER.matcher(rewritten).replaceAll("$1{$1}");
    }

    private static String numberStars(String path) {
        int[] next = {0};
        return LONE_STAR.matcher(path).replaceAll((MatchResult star) -> star.group(1) + "*wildcard" + next[0]++);
    }
}
