package dev.understudy.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.format.ImportResult;
import dev.understudy.format.MockoonImport;
import dev.understudy.format.Samples;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.path.LegacyPathSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleFilesTest {

    static List<Path> files() {
        return Stream.concat(Samples.own().stream(), Samples.shared().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("M11 every file that can be imported compiles, and each of its plain routes answers")
    void compiles(Path file) throws IOException {
        if (!(MockoonImport.read(Files.readAllBytes(file), new Random(1)) instanceof ImportResult.Imported imported)) {
            return;
        }
        Environment environment = imported.environment();
        environment = environment.with(environment.root().with(Schema.ENVIRONMENT_PROXY, false));
        CompiledMock mock = MockCompiler.compile(environment).mock();
        String prefix = environment.root().get(Schema.ENVIRONMENT_PREFIX);
        for (Node route : environment.nodes()) {
            if (route.kind() == Kind.ROUTE && mock.routes().contains(route.id()) && isPlain(route)) {
                String path = LegacyPathSyntax.join(prefix, route.get(Schema.ROUTE_ENDPOINT));
                MockResponse response = CompiledMockTest.ask(
                        mock,
                        route.get(Schema.ROUTE_METHOD) == HttpMethod.ALL
                                ? "get"
                                : route.get(Schema.ROUTE_METHOD).wireName(),
                        path);
                assertThat(CompiledMockTest.body(response))
                        .as("%s %s", route.get(Schema.ROUTE_METHOD), path)
                        .doesNotContain("<pre>Cannot ");
            }
        }
    }

    private static boolean isPlain(Node route) {
        return route.get(Schema.ROUTE_TYPE) == RouteType.HTTP
                && route.get(Schema.ROUTE_METHOD) != HttpMethod.NONE
                && route.get(Schema.ROUTE_RESPONSE_MODE) != ResponseMode.FALLBACK
                && route.get(Schema.ROUTE_ENDPOINT).matches("[A-Za-z0-9/_.-]*");
    }
}
