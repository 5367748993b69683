package dev.understudy.compat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everything that a CRUD route takes, with the property names of its data.
final class CrudQuestions {

    private static final Pattern PROPERTY =
            Pattern.compile("\"([A-Za-z_][A-Za-z0-9_]*)\"\\s*:\\s*\"?([^\",{}\\[\\]]{0,20})");
    private static final String TYPE = "application/json";

    private CrudQuestions() {}

    static List<Ask> about(Environment environment, Node route, Paths paths) {
        String path = paths.plain();
        String name = "CRUD " + route.get(Schema.ROUTE_ENDPOINT);
        List<Ask> asks = new ArrayList<>();
        asks.add(Ask.of(name, "GET", path));
        for (String query : queries(environment, route)) {
            asks.add(Ask.of(name + ", list", "GET", path + "?" + query));
        }
        for (String id : ids(environment, route)) {
            asks.add(Ask.of(name + ", one", "GET", path + "/" + id));
            asks.add(Ask.of(name + ", merge one", "PATCH", path + "/" + id).sending(TYPE, "{\"patched\":true}"));
            asks.add(Ask.of(name + ", replace one", "PUT", path + "/" + id).sending(TYPE, "{\"put\":1.50}"));
        }
        asks.add(Ask.of(name + ", create", "POST", path).sending(TYPE, "{\"id\":901,\"name\":\"new\"}"));
        asks.add(Ask.of(name + ", create", "POST", path).sending(TYPE, "{\"name\":\"second\",\"10\":1,\"9\":2}"));
        asks.add(Ask.of(name + ", create from text", "POST", path).sending("text/plain", "plain"));
        asks.add(Ask.of(name + ", create from nothing", "POST", path));
        asks.add(Ask.of(name, "GET", path));
        asks.add(Ask.of(name + ", delete one", "DELETE", path + "/901"));
        asks.add(Ask.of(name + ", delete none", "DELETE", path + "/no-such"));
        asks.add(Ask.of(name, "GET", path));
        asks.add(Ask.of(name + ", merge all", "PATCH", path).sending(TYPE, "[{\"id\":77}]"));
        asks.add(Ask.of(name, "GET", path + "?page=1&limit=2"));
        asks.add(Ask.of(name + ", merge object", "PATCH", path).sending(TYPE, "{\"merged\":true}"));
        asks.add(Ask.of(name, "GET", path));
        asks.add(Ask.of(name + ", replace all", "PUT", path).sending(TYPE, "[{\"id\":2},{\"id\":1},3,\"x\",null]"));
        asks.add(Ask.of(name, "GET", path + "?sort=id"));
        asks.add(Ask.of(name + ", delete all", "DELETE", path));
        asks.add(Ask.of(name + ", after that", "GET", path));
        asks.add(Ask.of(name + ", create after that", "POST", path).sending(TYPE, "{\"id\":1}"));
        asks.add(Ask.of(name, "HEAD", path));
        asks.add(Ask.of(name, "OPTIONS", path));
        return asks;
    }

    private static Set<String> queries(Environment environment, Node route) {
        Set<String> queries = new LinkedHashSet<>(List.of(
                "page=1",
                "limit=1",
                "page=2&limit=1",
                "page=0&limit=-1",
                "search=a",
                "search=1",
                "sort=id&order=desc"));
        Matcher property = PROPERTY.matcher(data(environment, route));
        int count = 0;
        while (property.find() && count++ < 8) {
            String key = property.group(1);
            String value = property.group(2).strip().replaceAll("[^A-Za-z0-9.@-]", "");
            queries.add("sort=" + key);
            queries.add("sort=" + key + "&order=desc");
            for (String operator : List.of("eq", "ne", "gt", "gte", "lt", "lte", "like", "start", "end")) {
                queries.add(key + "_" + operator + "=" + value);
            }
        }
        return queries;
    }

    private static Set<String> ids(Environment environment, Node route) {
        Set<String> ids = new LinkedHashSet<>(List.of("1", "0", "no-such", "%20"));
        Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"?([A-Za-z0-9-]+)").matcher(data(environment, route));
        while (id.find() && ids.size() < 7) {
            ids.add(id.group(1));
        }
        return ids;
    }

    private static String data(Environment environment, Node route) {
        StringBuilder data = new StringBuilder();
        for (Node response : environment.children(route.id(), Slot.RESPONSES)) {
            environment.nodes().stream()
                    .filter(node -> node.kind() == dev.understudy.environment.Kind.BUCKET)
                    .filter(bucket -> bucket.get(Schema.BUCKET_ID).equals(response.get(Schema.RESPONSE_BUCKET))
                            || bucket.id().toString().equals(response.get(Schema.RESPONSE_BUCKET)))
                    .forEach(bucket -> data.append(bucket.get(Schema.BUCKET_VALUE)));
        }
        return data.toString();
    }
}
