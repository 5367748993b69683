package dev.understudy.compat;

import com.github.curiousoddman.rgxgen.RgxGen;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// For each response that has rules a request that fulfils them, one that fulfils the first of them only, and one for
/// each that does the opposite.
final class RuleQuestions {

    private static final JsonMapper MAPPER = new JsonMapper();

    private RuleQuestions() {}

    static List<Ask> about(Environment environment, Node route, String name, String method, Paths paths) {
        List<Ask> asks = new ArrayList<>();
        int at = 0;
        for (Node response : environment.children(route.id(), Slot.RESPONSES)) {
            Collection<Node> rules = environment.children(response.id(), Slot.RULES);
            String what = name + ", response " + at++;
            if (!rules.isEmpty()) {
                asks.add(new Request(what + ", all rules", method, paths)
                        .fulfilling(rules, true)
                        .ask());
                asks.add(new Request(what + ", no rule", method, paths)
                        .fulfilling(rules, false)
                        .ask());
            }
            if (rules.size() > 1) {
                for (Node rule : rules) {
                    asks.add(new Request(what + ", one rule", method, paths)
                            .fulfilling(List.of(rule), true)
                            .ask());
                }
            }
        }
        return asks;
    }

    /// A request that grows with each rule.
    private static final class Request {
        private final String what;
        private final Paths paths;
        private String method;
        private String path;
        private String raw = "";
        private final ObjectNode body = Bodies.object();
        private final List<String> query = new ArrayList<>();
        private Ask ask;

        Request(String what, String method, Paths paths) {
            this.what = what;
            this.method = method;
            this.paths = paths;
            this.path = paths.plain();
            this.ask = Ask.of(what, method, path);
        }

        Request fulfilling(Collection<Node> rules, boolean fulfilled) {
            for (Node rule : rules) {
                boolean matching = fulfilled != rule.get(Schema.RULE_INVERT);
                String value = matching ? value(rule) : "something else";
                fulfil(rule.get(Schema.RULE_TARGET), rule.get(Schema.RULE_MODIFIER), json(rule, value), value);
            }
            return this;
        }

        private void fulfil(RuleTarget target, String modifier, JsonNode json, String value) {
            switch (target) {
                case BODY -> {
                    if (modifier.isEmpty()) {
                        raw = value;
                    } else if (modifier.matches("\\$?[A-Za-z0-9_.\\[\\]-]+")) {
                        Bodies.put(body, modifier, json);
                    }
                }
                case QUERY -> {
                    if (!modifier.isEmpty()) {
                        String name = modifier.replaceFirst("^\\$\\.?", "");
                        boolean nested = name.contains(".");
                        query.add((nested ? name.replaceFirst("\\.", "[") + "]" : name) + "=" + encoded(value));
                    }
                }
                case HEADER -> {
                    if (!modifier.isEmpty()) {
                        ask = ask.with(modifier, value);
                    }
                }
                case COOKIE -> ask = ask.with("Cookie", modifier + "=" + encoded(value));
                case PARAMS -> path = paths.with(modifier, encoded(value));
                case METHOD -> method = value.matches("[a-z]+") ? value.toUpperCase(java.util.Locale.ROOT) : method;
                case PATH, REQUEST_NUMBER, GLOBAL_VAR, DATA_BUCKET, TEMPLATING -> {}
            }
        }

        Ask ask() {
            String target = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
            Ask asked = new Ask(what, method, target, ask.headers(), "");
            if (!raw.isEmpty()) {
                return asked.sending("text/plain", raw);
            }
            return body.isEmpty() ? asked : asked.sending("application/json", body.toString());
        }

        private static JsonNode json(Node rule, String value) {
            return switch (rule.get(Schema.RULE_OPERATOR)) {
                case NULL -> MAPPER.nullNode();
                case EMPTY_ARRAY -> MAPPER.createArrayNode();
                case ARRAY_INCLUDES -> MAPPER.createArrayNode().add("other").add(value);
                case EQUALS, REGEX, REGEX_I, VALID_JSON_SCHEMA -> MAPPER.valueToTree(value);
            };
        }

        private static String value(Node rule) {
            String value = rule.get(Schema.RULE_VALUE);
            if (!rule.get(Schema.RULE_OPERATOR).name().startsWith("REGEX")) {
                return value;
            }
            try {
                return RgxGen.parse(value).generate(new Random(7)).replaceAll("[\\x00-\\x1F]", " ");
            } catch (RuntimeException _) {
                // not a pattern that can be generated from
                return value;
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
