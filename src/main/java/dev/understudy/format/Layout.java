package dev.understudy.format;

import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the nodes of a document lie in the exchange format: which properties an object has, in which order, and
/// which of them are lists of other nodes. Fields come from the schema; only the lists are named here.
final class Layout {

    static final String UUID = "uuid";
    static final String VERSION = "lastMigration";
    static final String TLS = "tlsOptions";
    static final String FOLDERS = "folders";
    static final String ROUTES = "routes";
    static final String ROOT_CHILDREN = "rootChildren";
    static final String CHILDREN = "children";

    /// A list of nodes, written after the field it is named with.
    record NodeList(Field<?> after, String name, Slot slot, Kind kind) {}

    private static final Map<Kind, List<NodeList>> LISTS = new EnumMap<>(Map.of(
            Kind.ENVIRONMENT,
            List.of(
                    new NodeList(Schema.ENVIRONMENT_CORS, "headers", Slot.HEADERS, Kind.HEADER),
                    new NodeList(Schema.ENVIRONMENT_CORS, "proxyReqHeaders", Slot.PROXY_REQUEST_HEADERS, Kind.HEADER),
                    new NodeList(Schema.ENVIRONMENT_CORS, "proxyResHeaders", Slot.PROXY_RESPONSE_HEADERS, Kind.HEADER),
                    new NodeList(Schema.ENVIRONMENT_CORS, "data", Slot.BUCKETS, Kind.BUCKET),
                    new NodeList(Schema.ENVIRONMENT_CORS, "callbacks", Slot.CALLBACKS, Kind.CALLBACK)),
            Kind.ROUTE,
            List.of(new NodeList(Schema.ROUTE_ENDPOINT, "responses", Slot.RESPONSES, Kind.RESPONSE)),
            Kind.RESPONSE,
            List.of(
                    new NodeList(Schema.RESPONSE_LABEL, "headers", Slot.HEADERS, Kind.HEADER),
                    new NodeList(Schema.RESPONSE_FILE_AS_BODY, "rules", Slot.RULES, Kind.RULE),
                    new NodeList(Schema.RESPONSE_CRUD_KEY, "callbacks", Slot.INVOCATIONS, Kind.INVOCATION)),
            Kind.CALLBACK,
            List.of(new NodeList(Schema.CALLBACK_METHOD, "headers", Slot.HEADERS, Kind.HEADER))));

    private static final Map<Kind, Set<String>> KNOWN = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            Set<String> names = new HashSet<>(List.of(UUID));
            Schema.fieldsOf(kind).forEach(field -> names.add(outerName(field)));
            lists(kind).forEach(list -> names.add(list.name));
            switch (kind) {
                case ENVIRONMENT -> names.addAll(List.of(VERSION, FOLDERS, ROUTES, ROOT_CHILDREN));
                case FOLDER -> names.add(CHILDREN);
                case HEADER, RULE -> names.remove(UUID);
                case ROUTE, RESPONSE, INVOCATION, BUCKET, CALLBACK, FILE -> {}
            }
            KNOWN.put(kind, names);
        }
    }

    private Layout() {}

    static List<NodeList> lists(Kind kind) {
        return LISTS.getOrDefault(kind, List.of());
    }

    static List<NodeList> listsAfter(Field<?> field) {
        List<NodeList> found = new ArrayList<>();
        for (NodeList list : lists(field.kind())) {
            if (list.after == field) {
                found.add(list);
            }
        }
        return found;
    }

    /// Whether a property of this name means something; all others are kept as they are.
    static boolean knows(Kind kind, String name) {
        return KNOWN.getOrDefault(kind, Set.of()).contains(name);
    }

    /// Whether objects of this kind carry the id of their node.
    static boolean hasUuid(Kind kind) {
        return switch (kind) {
            case ENVIRONMENT, FOLDER, ROUTE, RESPONSE, BUCKET, CALLBACK -> true;
            case HEADER, RULE, INVOCATION, FILE -> false;
        };
    }

    /// Fields of this server, which the exchange format has only while they differ from the default.
    static boolean isOwn(Field<?> field) {
        return field == Schema.ROUTE_ENABLED || field == Schema.FOLDER_ENABLED;
    }

    /// The name of the property that holds the field or the object it lies in.
    static String outerName(Field<?> field) {
        int dot = field.key().indexOf('.');
        return dot < 0 ? field.key() : field.key().substring(0, dot);
    }

    /// The name within [#outerName], or empty.
    static String innerName(Field<?> field) {
        int dot = field.key().indexOf('.');
        return dot < 0 ? "" : field.key().substring(dot + 1);
    }
}
