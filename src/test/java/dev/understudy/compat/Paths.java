package dev.understudy.compat;

import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Request paths for a route's pattern.
record Paths(String pattern) {

    private static final Pattern PARAMETER = Pattern.compile("[:*]\"?([A-Za-z_$][A-Za-z0-9_$]*)\"?[?*+]?");

    static Paths of(String prefix, Node route) {
        String endpoint = route.get(Schema.ROUTE_ENDPOINT).replace(" ", "%20");
        return new Paths(("/" + prefix + "/" + endpoint).replaceAll("/{2,}", "/"));
    }

    /// With something ordinary for each parameter.
    String plain() {
        return filled("7");
    }

    /// With a value for one parameter.
    String with(String parameter, String value) {
        Matcher matcher = PARAMETER.matcher(pattern);
        StringBuilder path = new StringBuilder();
        while (matcher.find()) {
            String text = matcher.group(1).equals(parameter) ? value : "7";
            matcher.appendReplacement(path, Matcher.quoteReplacement(text));
        }
        return cleaned(matcher.appendTail(path).toString());
    }

    /// The same in other clothes, and what is nearly it.
    List<String> variants() {
        String plain = plain();
        int slash = plain.lastIndexOf('/');
        return List.of(
                plain + "/",
                plain.toUpperCase(java.util.Locale.ROOT),
                plain + "?x=1&x=2&y[z]=3&w=%20+%C3%A9",
                plain.replaceFirst("/", "//"),
                plain + "/more",
                slash > 0 ? plain.substring(0, slash) : plain + "x",
                filled("a%20b%2Fc"),
                filled("%C3%A9&'<b>"));
    }

    private String filled(String value) {
        return cleaned(PARAMETER.matcher(pattern).replaceAll(Matcher.quoteReplacement(value)));
    }

    private static String cleaned(String path) {
        return path.replaceAll("\\*", "x/y").replaceAll("[(){}?+\\\\\\[\\]]", "");
    }
}
