package dev.understudy.compat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a request the templates of a route ask for, by the look of their text.
record Mentions(Set<String> body, Set<String> query, Set<String> headers, Set<String> cookies) {

    private static final Pattern MENTION = Pattern.compile(
            "\\b(body|bodyRaw|queryParam|queryParamRaw|header|cookie)\\s+[\\\\]*['\"]([^'\"\\\\]+)[\\\\]*['\"]");

    static Mentions in(Environment environment, Node route) {
        Mentions mentions = new Mentions(
                new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (Node node : environment.subtree(route.id())) {
            switch (node.kind()) {
                case RESPONSE -> {
                    mentions.read(node.get(Schema.RESPONSE_BODY));
                    mentions.read(node.get(Schema.RESPONSE_FILE));
                }
                case HEADER -> mentions.read(node.get(Schema.HEADER_VALUE));
                case RULE -> {
                    mentions.read(node.get(Schema.RULE_MODIFIER));
                    mentions.read(node.get(Schema.RULE_VALUE));
                }
                default -> {}
            }
        }
        environment.nodes().stream()
                .filter(node -> node.kind() == dev.understudy.environment.Kind.BUCKET)
                .forEach(bucket -> mentions.read(bucket.get(Schema.BUCKET_VALUE)));
        return mentions;
    }

    private void read(String text) {
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find()) {
            switch (matcher.group(1)) {
                case "body", "bodyRaw" -> body.add(matcher.group(2));
                case "header" -> headers.add(matcher.group(2));
                case "cookie" -> cookies.add(matcher.group(2));
                default -> query.add(matcher.group(2));
            }
        }
    }
}
