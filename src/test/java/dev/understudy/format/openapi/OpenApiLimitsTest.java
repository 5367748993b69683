package dev.understudy.format.openapi;

import static dev.understudy.format.openapi.Descriptions.imported;
import static dev.understudy.format.openapi.Descriptions.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Limits;
import dev.understudy.environment.Schema;
import dev.understudy.format.ImportResult;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Small files that stand for much.
class OpenApiLimitsTest {

    private static final int SMALL_STACK_BYTES = 1024 * 1024;

    private static String schema(String schemas) {
        return "{'openapi':'3.0.0','paths':{'/x':{'get':{'responses':{'200':{'content':{'application/json':{'schema':{'$ref':'#/components/schemas/S0'}}}}}}}},'components':{'schemas':{"
                + schemas + "}}}";
    }

    private static String chain(int length, String step) {
        return IntStream.range(0, length)
                .mapToObj(index -> "'S" + index + "':" + step.formatted("'#/components/schemas/S" + (index + 1) + "'"))
                .collect(Collectors.joining(","));
    }

    private static ImportResult.Imported onSmallStack(String description) throws InterruptedException {
        AtomicReference<ImportResult.Imported> result = new AtomicReference<>();
        Thread thread = new Thread(null, () -> result.set(imported(description)), "small", SMALL_STACK_BYTES);
        thread.start();
        thread.join();
        return result.get();
    }

    private static String body(ImportResult.Imported imported) {
        return Descriptions.responses(
                        imported.environment(),
                        Descriptions.routes(imported.environment()).getFirst())
                .getFirst()
                .get(Schema.RESPONSE_BODY);
    }

    @Test
    @DisplayName("F39 references that lead 10,000 deep end at the limit, on the stack of any thread")
    void deepReferences() throws InterruptedException {
        ImportResult.Imported bare = onSmallStack(schema(chain(10_000, "{'$ref':%s}")));
        assertThat(bare).isNotNull();
        assertThat(bare.problems())
                .anySatisfy(problem ->
                        assertThat(problem.message()).contains("%,d".formatted(ReferenceResolver.MAX_LEVELS)));
        ImportResult.Imported nested =
                onSmallStack(schema(chain(10_000, "{'type':'object','properties':{'p':{'$ref':%s}}}")));
        assertThat(nested).isNotNull();
        assertThat(nested.problems()).isNotEmpty();
    }

    @Test
    @DisplayName("F39 a body nested as deep as the limit is made, on the stack of any thread")
    void deepBody() throws InterruptedException {
        int levels = SchemaSample.MAX_DEPTH - 1;
        ImportResult.Imported imported =
                onSmallStack(schema("'S0':" + "{'properties':{'p':".repeat(levels) + "{}" + "}}".repeat(levels)));
        assertThat(body(imported)).hasSizeGreaterThan(SchemaSample.MAX_DEPTH * 5);
    }

    @Test
    @DisplayName("F39 schemas that stand for a body over the limit leave it empty, and that is listed")
    void wideBody() {
        String many = IntStream.range(0, 20)
                .mapToObj(index -> "'p" + index + "':{'$ref':%s}".replace("%s", "%1$s"))
                .collect(Collectors.joining(",", "{'properties':{", "}}"));
        ImportResult.Imported imported = imported(schema(chain(8, many)));
        assertThat(body(imported)).isEmpty();
        assertThat(imported.problems())
                .anySatisfy(problem -> assertThat(problem.message()).contains("%,d".formatted(Limits.MAX_LONG_TEXT)));
    }

    @Test
    @DisplayName("F39 bodies that together are over the limit are refused with it")
    void manyBodies() {
        String large = "{'example':'" + "x".repeat(1_000_000) + "'}";
        String responses = IntStream.range(200, 220)
                .mapToObj(code ->
                        "'" + code + "':{'content':{'application/json':{'schema':{'$ref':'#/components/schemas/S0'}}}}")
                .collect(Collectors.joining(","));
        ImportResult.Refused refused = refused("{'openapi':'3.0.0','paths':{'/x':{'get':{'responses':{" + responses
                + "}}}},'components':{'schemas':{'S0':" + large + "}}}");
        assertThat(refused.message()).contains("%,d".formatted(Limits.MAX_ENVIRONMENT_BYTES));
    }

    @Test
    @DisplayName("F42 bodies over the limit that share their parts are found without making them, and left empty")
    void sharedBodies() {
        String many = IntStream.range(0, 20)
                .mapToObj(index -> "'p" + index + "':{'$ref':%1$s}")
                .collect(Collectors.joining(",", "{'properties':{", "}}"));
        String responses = IntStream.range(200, 260)
                .mapToObj(code ->
                        "'" + code + "':{'content':{'application/json':{'schema':{'$ref':'#/components/schemas/S0'}}}}")
                .collect(Collectors.joining(","));
        ImportResult.Imported imported = imported("{'openapi':'3.0.0','paths':{'/x':{'get':{'responses':{" + responses
                + "}}}},'components':{'schemas':{" + chain(8, many) + "}}}");
        assertThat(body(imported)).isEmpty();
        assertThat(imported.problems())
                .filteredOn(problem -> problem.message().contains("%,d".formatted(Limits.MAX_LONG_TEXT)))
                .hasSize(60);
    }

    @Test
    @DisplayName("F39 work for bodies that share nothing ends at the limit for all of them")
    void endlessWork() {
        String examples = IntStream.range(0, 20)
                .mapToObj(index -> "'e" + index + "':{'value':[{'$ref':'#/components/schemas/S0'},'" + index + "']}")
                .collect(Collectors.joining(","));
        String twice = "[{'$ref':%1$s},{'$ref':%1$s}]";
        ImportResult.Refused refused = refused(
                "{'openapi':'3.0.0','paths':{'/x':{'get':{'responses':{'200':{'content':{'application/json':{'examples':{"
                        + examples + "}}}}}}}},'components':{'schemas':{" + chain(30, twice) + ",'S30':1}}}");
        assertThat(refused.message()).contains("%,d".formatted(ExpansionBudget.MAX_STEPS));
    }

    @Test
    @DisplayName("F39 references that overlap again and again are refused")
    void overlappingReferences() {
        String inner = "[" + "0,".repeat(200_000) + "0]";
        for (int level = 0; level < 150; level++) {
            inner = "{'n':" + inner + "}";
        }
        String uses = IntStream.rangeClosed(0, 150)
                .mapToObj(level -> "{'$ref':'#/x" + "/n".repeat(level) + "'}")
                .collect(Collectors.joining(",", "[", "]"));
        ImportResult.Refused refused = refused("{'openapi':'3.0.0','paths':{},'x':" + inner + ",'uses':" + uses + "}");
        assertThat(refused.message()).contains("too often");
    }

    @Test
    @DisplayName("F39 more nodes than the limit are refused with it")
    void manyRoutes() {
        String paths = IntStream.range(0, Limits.MAX_NODES / 3 + 1)
                .mapToObj(index -> "'/p" + index + "':{'get':{}}")
                .collect(Collectors.joining(","));
        ImportResult.Refused refused = refused("{'openapi':'3.0.0','paths':{" + paths + "}}");
        assertThat(refused.message()).contains("%,d".formatted(Limits.MAX_NODES));
        assertThat(refused.place()).startsWith("/paths/");
    }

    @Test
    @DisplayName("F39 of very many problems the first are listed and the rest is counted")
    void manyProblems() {
        String paths = IntStream.range(0, Findings.MAX_LISTED + 50)
                .mapToObj(index -> "'/p" + index + "':{'trace':{}}")
                .collect(Collectors.joining(","));
        assertThat(imported("{'openapi':'3.0.0','paths':{" + paths + "}}").problems())
                .hasSize(Findings.MAX_LISTED + 1)
                .last()
                .satisfies(problem -> assertThat(problem.message()).contains("50"));
    }
}
