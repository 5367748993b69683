package dev.understudy.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.Faker;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("T18: templates reach nothing but their scope")
class TemplateReachTest {

    private static final String WORLD = "{\"request\":{\"body\":{\"a\":[1,{\"b\":\"x\"}]},\"headers\":{\"x\":\"y\"}},"
            + "\"buckets\":[{\"id\":\"b\",\"name\":\"b\",\"value\":{\"a\":1}}],\"env\":{\"MOCKOON_A\":\"lent\",\"PATH\":\"secret\"}}";

    /// Names of Java's methods, of JavaScript's prototypes, and of parts of this program.
    private static final List<String> NAMES = List.of(
            "class",
            "getClass",
            "hashCode",
            "constructor",
            "__proto__",
            "prototype",
            "__defineGetter__",
            "toString",
            "values",
            "members",
            "depth",
            "weight",
            "scope",
            "environment",
            "process",
            "require",
            "mainModule",
            "globalThis");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{this.N}}",
                "{{this.N.N}}",
                "{{../N}}",
                "{{@root.N}}",
                "{{lookup this 'N'}}",
                "{{lookup (bodyRaw) 'N'}}",
                "{{lookup (array 1) 'N'}}",
                "{{lookup 'text' 'N'}}",
                "{{lookup 5 'N'}}",
                "{{#with (bodyRaw)}}{{this.N}}{{N}}{{/with}}",
                "{{#each (bodyRaw 'a')}}{{this.N}}{{/each}}",
                "{{body 'N'}}",
                "{{body 'a.N'}}",
                "{{header 'N'}}",
                "{{data 'b' 'N'}}",
                "{{getGlobalVar 'N'}}",
                "{{objectPath (bodyRaw) 'a.1.N'}}",
                "{{jsonPath (bodyRaw) '$.N'}}",
                "{{jsonPath (bodyRaw) '$..N'}}",
                "{{jmesPath (bodyRaw) 'N'}}",
                "{{jmesPath (bodyRaw) 'a[1].N'}}",
                "{{jwtPayload 'e30.e30.' 'N'}}"
            })
    void namesOfWhatIsBehindAreNotFound(String attempt) {
        for (String name : NAMES) {
            assertThat(Table.outcome(attempt.replace("N", name), World.of(WORLD)))
                    .as(attempt + " " + name)
                    .satisfiesAnyOf(
                            text -> assertThat(text).isEmpty(),
                            text -> assertThat(text).isIn("[]", ",,", "[object Object]"),
                            text -> assertThat(text).startsWith("✗ "))
                    .doesNotContain("java", "dev.understudy", "Exception");
        }
    }

    @Test
    void noVariableOfTheOperatorIsFoundButThoseThatAreLent() {
        World world = World.of(WORLD);
        assertThat(Table.outcome("{{getEnvVar 'A'}}", world)).isEqualTo("lent");
        assertThat(Table.outcome("{{getEnvVar 'PATH'}}{{getEnvVar '../PATH'}}{{getEnvVar ''}}", world))
                .isEmpty();
    }

    @Test
    void theFakerIsNoWayToAnyOtherMethod() throws TemplateException {
        Faker faker = new dev.understudy.template.faker.LocaleFaker("en", new Random(1), Clock.system(ZoneOffset.UTC));
        for (String method : List.of(
                "java.lang.Runtime",
                "helpers.constructor",
                "helpers.__proto__",
                "helpers.eval",
                "person",
                "getClass",
                "")) {
            assertThat(faker.knows(method)).as(method).isFalse();
        }
        for (String pattern : List.of(
                "{{java.lang.Runtime.getRuntime}}",
                "#{T(java.lang.Runtime)}",
                "${jndi:ldap://x}",
                "{{constructor.constructor}}")) {
            String made;
            try {
                made = faker.call("helpers.fake", List.of(new Text(pattern)), new Budget())
                        .map(Object::toString)
                        .orElse("");
            } catch (RefusalException refused) {
                continue;
            }
            assertThat(made).as(pattern).contains(pattern);
        }
    }
}
