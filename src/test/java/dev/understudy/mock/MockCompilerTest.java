package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.mock.respond.CompiledRoute;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MockCompilerTest {

    @Test
    @DisplayName("M10 after an edit only the edited route is compiled again")
    void oneEditCompilesOneRoute() {
        MockFixture fixture = new MockFixture().environmentHeader("X-A", "1");
        for (int i = 0; i < 200; i++) {
            fixture.route("get", "r" + i, "body").header("X-B", "2");
        }
        NodeId edited = fixture.response();
        CompiledMock before = fixture.compile();
        Environment after =
                fixture.environment().with(fixture.environment().get(edited).with(Schema.RESPONSE_BODY, "new"));

        CompiledMock compiled = MockCompiler.compile(after, before).mock();

        List<CompiledRoute> old = before.inOrder();
        List<CompiledRoute> now = compiled.inOrder();
        for (int i = 0; i < 199; i++) {
            assertThat(now.get(i)).isSameAs(old.get(i));
        }
        assertThat(now.get(199)).isNotSameAs(old.get(199));
        assertThat(body(compiled, "GET", "/r199")).isEqualTo("new");
        assertThat(body(before, "GET", "/r199")).isEqualTo("body");
    }

    @Test
    @DisplayName("M10 a change of the settings that all routes answer with compiles all again")
    void settingsCompileAll() {
        MockFixture fixture = new MockFixture().route("get", "a", "a");
        CompiledMock before = fixture.compile();
        CompiledMock prefixed = MockCompiler.compile(
                        fixture.setting(Schema.ENVIRONMENT_PREFIX, "api").environment(), before)
                .mock();
        assertThat(status(prefixed, "GET", "/a")).isEqualTo(404);
        assertThat(body(prefixed, "GET", "/api/a")).isEqualTo("a");
    }

    @Test
    @DisplayName("M10 a removed, moved or switched-off route is not answered from an earlier compilation")
    void nothingStale() {
        MockFixture fixture = new MockFixture().route("get", "a", "first");
        NodeId first = fixture.route();
        fixture.route("get", "a", "second");
        CompiledMock before = fixture.compile();
        Environment off =
                fixture.environment().with(fixture.environment().get(first).with(Schema.ROUTE_ENABLED, false));
        assertThat(body(MockCompiler.compile(off, before).mock(), "GET", "/a")).isEqualTo("second");
        Node node = fixture.environment().get(first);
        Environment moved = fixture.environment()
                .with(node.at(
                        node.parent(), node.slot(), new dev.understudy.environment.OrderKey("z" + "z".repeat(26))));
        assertThat(body(MockCompiler.compile(moved, before).mock(), "GET", "/a"))
                .isEqualTo("second");
        Environment gone = fixture.environment().without(first);
        assertThat(MockCompiler.compile(gone, before).mock().routes()).doesNotContain(first);
    }

    @Test
    @DisplayName("M11 a path that can't be read is a problem at its field, and the next routes answer")
    void pathProblem() {
        MockFixture fixture = new MockFixture().route("get", "users/:id(\\d+)", "never");
        NodeId broken = fixture.route();
        fixture.route("get", "users/:id", "other");

        MockCompiler.Compilation compilation = MockCompiler.compile(fixture.environment());

        assertThat(body(compilation.mock(), "GET", "/users/7")).isEqualTo("other");
        assertThat(compilation.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(problem.node()).contains(broken);
            assertThat(problem.field()).isEqualTo("endpoint");
            assertThat(problem.message())
                    .contains("In paths + has a meaning of its own: write \\+ for the sign itself");
        });
        assertThat(MockCompiler.compile(fixture.environment(), compilation.mock())
                        .problems())
                .isEqualTo(compilation.problems());
    }

    private static String body(CompiledMock mock, String method, String path) {
        return CompiledMockTest.body(CompiledMockTest.ask(mock, method, path));
    }

    private static int status(CompiledMock mock, String method, String path) {
        return CompiledMockTest.ask(mock, method, path).status();
    }
}
