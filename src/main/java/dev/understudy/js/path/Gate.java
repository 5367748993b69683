package dev.understudy.js.path;

import java.util.regex.Pattern;

/// Which paths are evaluated at all: those whose expressions compare a property with something plain.
final class Gate {

    // possessive, so that no text makes the gate itself slow
    private static final String PATH = "@?+[A-Za-z0-9_\\-\\[\\].]*+";
    private static final String LEFT = "(?:" + PATH + "|@?+\\['[\\w\\s]*+'\\]|@[^(]*+(?<=\\.match)\\(.*\\))";
    private static final String OPERATOR = "(?:===|!==|==|!=|<=|>=|<|>)";
    private static final String RIGHT = "(?:\"[^\"]*+\"|'[^']*+'|[@$]?+[A-Za-z0-9_.\\[\\]\\s']*+)";
    private static final Pattern SAFE = Pattern.compile(
            "\\(*+\\s*+" + LEFT + "\\s*+" + OPERATOR + "?+\\s*+" + RIGHT + "\\s*+\\)*+", Pattern.DOTALL);
    private static final Pattern CONNECTIVE = Pattern.compile("&&|\\|\\|");

    private Gate() {}

    static boolean isSafe(String path) {
        int open = path.indexOf('(');
        int close = path.lastIndexOf(')');
        if (open < 0 || close < open) {
            return true;
        }
        for (String condition : CONNECTIVE.split(path.substring(open + 1, close), -1)) {
            if (!SAFE.matcher(condition.strip()).matches()) {
                return false;
            }
        }
        return true;
    }
}
