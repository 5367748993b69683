package dev.understudy.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Files that are small, or as large as a body may be, and stand for far more than they hold.
public final class HostileFiles {

    private static final int LEVELS = 12;
    private static final int WIDTH = 10;
    private static final int LARGE = 14 * 1024 * 1024;

    private HostileFiles() {}

    /// Name → content, in JSON unless the name says otherwise.
    public static Map<String, String> all() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("references", references());
        files.put("parts-of-all", partsOfAll());
        files.put("merged-again-and-again", merged());
        files.put("examples", examples());
        files.put("headers", headers());
        files.put("long-path", longPath());
        files.put("aliases.yaml", aliases());
        files.put("brackets", "[".repeat(LARGE));
        files.put("wide", "{\"openapi\":\"3.0.0\",\"paths\":{},\"x\":[" + "0,".repeat(LARGE / 2) + "0]}");
        files.put("wide-environment", "{\"lastMigration\":33,\"routes\":[" + "0,".repeat(LARGE / 2) + "0]}");
        files.put("deep", description("{\"properties\":{\"p\":".repeat(490) + "1" + "}}".repeat(490), "", 40));
        files.put(
                "expressions",
                description(
                        "{\"type\":\"string\",\"pattern\":\"(a+)+$\",\"example\":\"" + "a".repeat(60) + "!\"}",
                        "",
                        40));
        return files;
    }

    /// Each level names the next one ten times: 10¹² of the last one in 6 kB.
    public static String references() {
        return description(ref(0), levels(HostileFiles::properties), 40);
    }

    static String partsOfAll() {
        return description(ref(0), levels(next -> "{\"allOf\":[" + many(WIDTH, _ -> properties(next)) + "]}"), 40);
    }

    /// Very many parts with very many properties each.
    static String merged() {
        String part = "\"S0\":{\"properties\":{" + many(100_000, at -> "\"p" + at + "\":{}") + "}}";
        return description("{\"allOf\":[" + many(100_000, _ -> ref(0)) + "]}", part, 1);
    }

    static String examples() {
        return description("{\"example\":" + ref(0) + "}", levels(next -> "[" + many(WIDTH, _ -> ref(next)) + "]"), 40);
    }

    /// A response with very many headers, which very many routes have.
    static String headers() {
        String response = "\"R\":{\"headers\":{" + many(20_000, at -> "\"h" + at + "\":{}") + "}}";
        return "{\"openapi\":\"3.0.0\",\"paths\":{"
                + many(
                        20_000,
                        at -> "\"/p" + at + "\":{\"get\":{\"responses\":{\"200\":{\"$ref\":\"#/components/R\"}}}}")
                + "},\"components\":{" + response + "}}";
    }

    /// A path of 5 MB with 20,000 responses.
    static String longPath() {
        return "{\"openapi\":\"3.0.0\",\"paths\":{\"/" + "p".repeat(5_000_000) + "\":{\"get\":{\"responses\":{"
                + many(20_000, at -> "\"200x" + at + "\":{}") + "}}}}}";
    }

    static String aliases() {
        StringBuilder yaml = new StringBuilder("openapi: 3.0.0\npaths: {}\na0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int level = 1; level <= LEVELS; level++) {
            String alias = "*a" + (level - 1);
            yaml.append("a%d: &a%d [%s]%n"
                    .formatted(level, level, String.join(" , ", java.util.Collections.nCopies(WIDTH, alias))));
        }
        return yaml.toString();
    }

    private static String levels(IntFunction<String> level) {
        return many(LEVELS, at -> "\"S" + at + "\":" + level.apply(at + 1)) + ",\"S" + LEVELS
                + "\":{\"type\":\"string\"}";
    }

    private static String properties(int next) {
        return "{\"properties\":{" + many(WIDTH, at -> "\"p" + at + "\":" + ref(next)) + "}}";
    }

    private static String ref(int level) {
        return "{\"$ref\":\"#/components/S" + level + "\"}";
    }

    private static String description(String schema, String components, int operations) {
        String response = "{\"content\":{\"application/json\":{\"schema\":" + schema + "}}}";
        return "{\"openapi\":\"3.0.0\",\"paths\":{"
                + many(operations, at -> "\"/p" + at + "\":{\"get\":{\"responses\":{\"200\":" + response + "}}}")
                + "},\"components\":{" + components + "}}";
    }

    private static String many(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(","));
    }
}
