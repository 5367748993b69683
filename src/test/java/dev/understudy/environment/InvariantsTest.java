package dev.understudy.environment;

import static dev.understudy.environment.Documents.empty;
import static dev.understudy.environment.Documents.id;
import static dev.understudy.environment.Documents.node;
import static dev.understudy.environment.Documents.response;
import static dev.understudy.environment.Documents.small;
import static dev.understudy.environment.Documents.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    @Test
    @DisplayName("D1 a document that is right has no violation")
    void right() {
        assertThat(Invariants.violatedBy(empty())).isEmpty();
        assertThat(Invariants.violatedBy(small())).isEmpty();
    }

    @Test
    @DisplayName("D1 folders in a circle are seen, with all in them")
    void circle() {
        Environment circle = small().with(small().get(id(1)).at(id(2), Slot.CHILDREN, OrderKey.FIRST));
        assertThat(Invariants.violatedBy(circle)).hasSize(5).allMatch(text -> text.contains("cannot be reached"));
    }

    @Test
    @DisplayName("D2 a node in a list that its parent does not have is seen")
    void wrongList() {
        assertThat(violations(small().with(node(9, Kind.HEADER, 3, "a0")))).contains("header", "cannot be reached");
    }

    @Test
    @DisplayName("D5 a route without response, without default and with two defaults is seen")
    void responses() {
        assertThat(violations(small().without(id(40)))).contains("0 responses and 0 default");
        assertThat(violations(small().with(response(40, 4, false)))).contains("1 responses and 0 default");
        assertThat(violations(small().with(response(31, 3, true)))).contains("2 responses and 2 default");
    }

    @Test
    @DisplayName("D6 references to nothing are seen, those to something are not")
    void references() {
        Environment targets = with(
                small(),
                node(6, Kind.BUCKET, 0, "a0").with(Schema.BUCKET_ID, "abcd"),
                node(7, Kind.CALLBACK, 0, "a0").with(Schema.CALLBACK_BUCKET, "abcd"),
                response(40, 4, true).with(Schema.RESPONSE_BUCKET, "abcd"),
                node(8, Kind.INVOCATION, 40, "a0").with(Schema.INVOCATION_CALLBACK, id(7).value()));
        assertThat(Invariants.violatedBy(targets)).isEmpty();
        assertThat(Invariants.violatedBy(targets.without(id(6)))).hasSize(2).allMatch(text -> text.contains("abcd"));
        assertThat(Invariants.violatedBy(targets.without(id(7)))).hasSize(1);
        Node wrong = targets.get(id(8)).with(Schema.INVOCATION_CALLBACK, id(6).value());
        assertThat(Invariants.violatedBy(targets.with(wrong))).hasSize(1);
        assertThat(Invariants.violatedBy(targets.with(wrong.with(Schema.INVOCATION_CALLBACK, "x"))))
                .hasSize(1);
    }

    @Test
    @DisplayName("D20 two files with one path are seen, and so are too many")
    void files() {
        Node file = node(9, Kind.FILE, 0, "a0").with(Schema.FILE_PATH, new AssetPath("a/b"));
        assertThat(Invariants.violatedBy(with(empty(), file, node(8, Kind.FILE, 0, "a0"))))
                .isEmpty();
        assertThat(violations(
                        with(empty(), file, node(8, Kind.FILE, 0, "a0").with(Schema.FILE_PATH, new AssetPath("a/b")))))
                .contains("Two files have the path a/b");
        Environment many = empty();
        for (int number = 0; number <= Limits.MAX_FILES; number++) {
            many = many.with(node(100 + number, Kind.FILE, 0, "a0")
                    .with(Schema.FILE_PATH, new AssetPath("f" + number))
                    .with(Schema.FILE_CONTENT, new FileContent("0".repeat(64), 1000)));
        }
        assertThat(violations(many)).contains("500 files");
        FileContent large = new FileContent("0".repeat(64), 60 * 1024 * 1024);
        assertThat(violations(with(
                        empty(),
                        file.with(Schema.FILE_CONTENT, large),
                        node(8, Kind.FILE, 0, "a0").with(Schema.FILE_CONTENT, large))))
                .contains("104,857,600 bytes");
    }

    @Test
    @DisplayName("D7 folders deeper than the limit are seen, the limit itself is allowed")
    void depth() {
        Environment deep = empty();
        for (int depth = 1; depth <= Limits.MAX_FOLDER_DEPTH; depth++) {
            deep = deep.with(node(depth, Kind.FOLDER, depth - 1, "a0"));
        }
        assertThat(Invariants.violatedBy(deep)).isEmpty();
        Environment deeper = deep.with(node(999, Kind.FOLDER, Limits.MAX_FOLDER_DEPTH, "a0"));
        assertThat(violations(deeper)).contains("the limit is " + Limits.MAX_FOLDER_DEPTH);
    }

    @Test
    @DisplayName("D7 too many nodes and too many bytes are seen")
    void size() {
        List<Node> nodes = new ArrayList<>(List.of(Node.root(id(0))));
        for (int number = 1; number < Limits.MAX_NODES; number++) {
            nodes.add(node(number, Kind.HEADER, 0, "a0"));
        }
        Environment full = Environment.ofNodes(nodes);
        assertThat(Invariants.violatedBy(full)).isEmpty();
        assertThat(violations(full.with(node(99_999, Kind.HEADER, 0, "a0")))).contains("nodes; the limit");
        String body = "x".repeat(Limits.MAX_LONG_TEXT);
        Environment big = with(
                small(),
                response(40, 4, true).with(Schema.RESPONSE_BODY, body),
                response(30, 3, true).with(Schema.RESPONSE_BODY, body),
                response(31, 3, false).with(Schema.RESPONSE_BODY, body));
        assertThat(violations(big)).contains("bytes; the limit");
    }

    @Test
    @DisplayName("D3 D8 values that do not fit their field and flawed unknown properties are seen")
    void values() {
        assertThat(violations(small().with(small().get(id(5)).with(Schema.HEADER_KEY, "\0"))))
                .contains("header.key", "null character");
        assertThat(violations(small().with(small().get(id(5)).withExtras(Map.of("x\uD83D", "1")))))
                .contains("unknown property");
    }

    private static String violations(Environment environment) {
        List<String> violations = Invariants.violatedBy(environment);
        assertThat(violations).isNotEmpty();
        return String.join("\n", violations);
    }
}
