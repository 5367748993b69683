package dev.understudy.ui.editor.session;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.CertificateType;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which parts of a document name files: bodies of responses and callbacks, and the settings of TLS. Pure.
public final class FileUses {

    private static final String TEMPLATE = "{{";

    /// A place where a file is used.
    ///
    /// @param field of which the value is a path
    /// @param byTemplate whether the path holds a template, which may or may not come to this file
    public record Use(NodeId node, Field<String> field, boolean byTemplate) {}

    private record Reference(NodeId node, Field<String> field, String path) {}

    private final List<Reference> references;

    private FileUses(List<Reference> references) {
        this.references = references;
    }

    public static FileUses of(Environment environment) {
        return new FileUses(
                environment.nodes().stream().flatMap(FileUses::references).toList());
    }

    /// The places where a file is used, those first that name it.
    public List<Use> of(String file) {
        Stream<Use> certain = references.stream()
                .filter(reference -> !reference.path().contains(TEMPLATE))
                .filter(reference -> name(reference.path()).equals(file))
                .map(reference -> new Use(reference.node(), reference.field(), false));
        Stream<Use> possible = references.stream()
                .filter(reference -> reference.path().contains(TEMPLATE) && mayBe(reference.path(), file))
                .map(reference -> new Use(reference.node(), reference.field(), true));
        return Stream.concat(certain, possible).toList();
    }

    /// The nodes that name a file.
    List<Node> namers(Environment environment, String file) {
        return of(file).stream()
                .filter(use -> !use.byTemplate())
                .flatMap(use -> environment.find(use.node()).stream())
                .distinct()
                .toList();
    }

    /// What stands around the templates must fit; they themselves can come to anything.
    private static boolean mayBe(String path, String file) {
        int first = path.indexOf(TEMPLATE);
        int last = path.lastIndexOf("}}") + 2;
        String start = first == 0 ? "" : name(path.substring(0, first) + "x");
        String before = start.isEmpty() ? "" : start.substring(0, start.length() - 1);
        String after = last < first ? "" : path.substring(last);
        return file.length() >= before.length() + after.length() && file.startsWith(before) && file.endsWith(after);
    }

    /// The file that a path without templates names: relative to the environment, without `.` and `..`.
    static String name(String path) {
        Deque<String> folders = new ArrayDeque<>();
        for (String folder : path.replace('\\', '/').split("/", -1)) {
            if (folder.equals("..")) {
                folders.pollLast();
            } else if (!folder.isEmpty() && !folder.equals(".")) {
                folders.addLast(folder);
            }
        }
        return String.join("/", folders);
    }

    private static Stream<Reference> references(Node node) {
        return switch (node.kind()) {
            case RESPONSE -> body(node, Schema.RESPONSE_BODY_TYPE, Schema.RESPONSE_FILE);
            case CALLBACK -> body(node, Schema.CALLBACK_BODY_TYPE, Schema.CALLBACK_FILE);
            case ENVIRONMENT -> tls(node);
            case FOLDER, ROUTE, HEADER, RULE, INVOCATION, BUCKET, FILE -> Stream.empty();
        };
    }

    private static Stream<Reference> body(Node node, Field<BodyKind> source, Field<String> path) {
        return node.get(source) == BodyKind.FILE ? reference(node, path) : Stream.empty();
    }

    private static Stream<Reference> tls(Node settings) {
        if (!settings.get(Schema.ENVIRONMENT_TLS)) {
            return Stream.empty();
        }
        Stream<Field<String>> files = settings.get(Schema.ENVIRONMENT_TLS_TYPE) == CertificateType.PFX
                ? Stream.of(Schema.ENVIRONMENT_TLS_PFX, Schema.ENVIRONMENT_TLS_CA)
                : Stream.of(Schema.ENVIRONMENT_TLS_CERT, Schema.ENVIRONMENT_TLS_KEY, Schema.ENVIRONMENT_TLS_CA);
        return files.flatMap(field -> reference(settings, field));
    }

    private static Stream<Reference> reference(Node node, Field<String> field) {
        String path = node.get(field);
        return path.isEmpty() ? Stream.empty() : Stream.of(new Reference(node.id(), field, path));
    }

    /// What a use is called: "GET menu · 200 Today", or the field of the settings.
    public static String words(Environment environment, Use use) {
        return environment
                .find(use.node())
                .map(node -> switch (node.kind()) {
                    case ENVIRONMENT -> "TLS " + use.field().label().toLowerCase(Locale.ROOT);
                    case CALLBACK -> "Callback " + NodeNames.name(node);
                    case FOLDER, ROUTE, RESPONSE, HEADER, RULE, INVOCATION, BUCKET, FILE ->
                        NodeNames.fullName(environment, node);
                })
                .orElse("");
    }
}
