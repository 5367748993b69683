package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.exchange.Arrival;
import dev.understudy.mock.exchange.Forward;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Reply;
import dev.understudy.mock.state.MockState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

class MockFuzzTest {

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "a/:id",
            ":id(\\d+)",
            "*",
            "{",
            "}",
            "{{",
            "{{body",
            "{{body 'a'}}",
            "{{#each}}",
            "}}",
            "(",
            "[a-",
            "$",
            "$.a[?(@.b)]",
            "$..*",
            "a.b.c",
            "\\",
            "é\uD800",
            "\u0000",
            "\r\n",
            "x y",
            "[1,2",
            "[1,2]",
            "{\"a\":1}",
            "data 'b'",
            "{{data 'B'}}",
            "{{dataRaw (body)}}",
            "b1",
            "../../etc/passwd",
            "/a/{{body}}",
            "a{{body}}/b.json",
            "http://example.org",
            "application/json",
            "text/html; charset=x",
            "Content-Type",
            "Set-Cookie",
            "-1",
            "1e999",
            "(a+)+$",
            "__proto__",
            "constructor",
            "{/:a}{/:b}{/:c}",
            "%zz",
            "a".repeat(300));
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "X");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=B",
            "multipart/form-data",
            "text/xml",
            "",
            "APPLICATION/JSON",
            "\u0000");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "{}",
            "[[[[[",
            "a[b]=1&a=2&a[]=3",
            "--B\r\n\r\n",
            "--B--",
            "<a><b></a>",
            "<a/>",
            "null",
            "\"x\"",
            "1e999",
            "[".repeat(5_000),
            "\uD800",
            "a=".repeat(500));

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private int count = 1;

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String text() {
        return random.nextInt(3) == 0 ? pick(TEXTS) + pick(TEXTS) : pick(TEXTS);
    }

    private NodeId id() {
        return new NodeId("%08x-0000-4000-8000-000000000000".formatted(++count));
    }

    private Environment environment() {
        Node root = filled(Node.root(id()));
        Environment environment = Environment.of(root);
        List<Node> parents = new ArrayList<>(List.of(root));
        for (int i = 0; i < 60; i++) {
            Node parent = pick(parents);
            List<Slot> slots = Slot.slotsOf(parent.kind());
            if (!slots.isEmpty()) {
                Slot slot = pick(slots);
                Kind kind =
                        pick(List.of(Kind.values()).stream().filter(slot::takes).toList());
                OrderKey last = environment
                        .lastChild(parent.id(), slot)
                        .map(Node::order)
                        .orElse(null);
                Node node = filled(Node.of(id(), kind, parent.id(), slot, OrderKey.between(last, null)));
                environment = environment.with(node);
                parents.add(node);
            }
        }
        return environment;
    }

    private Node filled(Node node) {
        Node filled = node;
        for (Field<?> field : Schema.fieldsOf(node.kind())) {
            if (random.nextInt(3) > 0) {
                filled = filled.withPlain(field, value(field));
            }
        }
        return filled;
    }

    private Object value(Field<?> field) {
        return switch (field.type()) {
            case FieldType.Text _, FieldType.Reference _ -> random.nextInt(4) == 0 ? "b1" : text();
            case FieldType.Whole whole -> (int) Math.min(whole.max(), whole.min() + (long) random.nextInt(300));
            case FieldType.Flag _ -> random.nextInt(4) > 0;
            case FieldType.Choice<?> choice -> pick(choice.words());
            case FieldType.Path _, FieldType.Content _ -> field.plainDefault();
        };
    }

    private MockRequest request() {
        String target = "/" + text() + (random.nextBoolean() ? "/" + text() : "");
        return new MockRequest(
                pick(METHODS),
                random.nextInt(20) == 0 ? pick(TEXTS) : target,
                random.nextBoolean() ? "" : text() + "=" + text() + "&sort=a&limit=" + random.nextInt(5),
                new GivenHeaders(
                        Map.of("Content-Type", pick(TYPES), "Cookie", text(), "Range", text(), "Host", text())),
                pick(BODIES).getBytes(StandardCharsets.UTF_8),
                Arrival.NOWHERE);
    }

    @RepeatedTest(150)
    @DisplayName("M11 whatever stands in a document, compiling and answering never fail")
    void neverFails() {
        Environment environment = environment();
        MockCompiler.Compilation compilation = MockCompiler.compile(environment);
        MockState state = MockFixture.state();
        try {
            compilation.mock().load(state);
            for (int i = 0; i < 60; i++) {
                MockRequest request = request();
                Reply reply = compilation.mock().respond(request, state);
                if (reply instanceof MockResponse response) {
                    assertThat(response.head().bytes()).isNotEmpty();
                } else if (reply instanceof Forward forward) {
                    assertThat(forward.answered(200, List.of(), new byte[0]).status())
                            .isEqualTo(200);
                }
                compilation.mock().socket(request, state).ifPresent(session -> session.message(text()));
            }
            assertThat(MockCompiler.compile(environment, compilation.mock()).problems())
                    .isEqualTo(compilation.problems());
        } catch (RuntimeException | StackOverflowError failure) {
            throw new AssertionError("seed " + seed + " " + environment.nodes(), failure);
        }
    }
}
