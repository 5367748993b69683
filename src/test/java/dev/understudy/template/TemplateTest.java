package dev.understudy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.TemplateException;
import dev.understudy.template.scope.UnknownHelper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    @DisplayName("T17: a template without expressions is constant")
    void aTemplateWithoutExpressionsIsConstant() {
        assertThat(parsed("{\"a\": 1}").isConstant()).isTrue();
        assertThat(parsed("a{{! comment }}\\{{b}}").isConstant()).isTrue();
        assertThat(parsed("a{{unknown}}").isConstant()).isFalse();
        assertThat(parsed("{{#if 1}}{{/if}}").isConstant()).isFalse();
    }

    @Test
    @DisplayName("T17: a template can be rendered again and again, and by several requests")
    void aTemplateCanBeRenderedAgain() throws TemplateException {
        Template template = parsed("{{setVar 'x' (add @x 1)}}{{@x}}{{body 'n'}}");
        assertThat(template.render(
                        World.of("{\"request\":{\"body\":{\"n\":1}}}").scope()))
                .isEqualTo("NaN1");
        assertThat(template.render(
                        World.of("{\"request\":{\"body\":{\"n\":2}}}").scope()))
                .isEqualTo("NaN2");
    }

    @Test
    @DisplayName("T15: all templates of a request share one budget")
    void allTemplatesOfARequestShareOneBudget() throws TemplateException {
        Template template = parsed("{{padEnd 'x' 600}}");
        Budget budget = new Budget(1_000, 2_000);
        template.render(World.of("{}").scope(budget));
        assertThatThrownBy(() -> template.render(World.of("{}").scope(budget)))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("This makes too much text");
        Budget steps = new Budget(50, 1_000_000);
        assertThatThrownBy(() -> parsed("{{#repeat 20}}{{add 1 2}}{{/repeat}}")
                        .render(World.of("{}").scope(steps)))
                .hasMessageStartingWith("This takes too long");
    }

    @Test
    @DisplayName("T3: helpers that there are not are told, names that may be properties are not")
    void helpersThatThereAreNotAreTold() {
        assertThat(parsed("{{fristName}}\n{{oen 1}}{{#each (arry 1)}}{{name}}{{other 2}}{{/each}}{{this.x}}{{@y}}")
                        .unknownHelpers())
                .containsExactlyInAnyOrder(
                        new UnknownHelper("fristName", 1),
                        new UnknownHelper("oen", 2),
                        new UnknownHelper("arry", 2),
                        new UnknownHelper("other", 2));
        assertThat(parsed("{{now}}{{body 'x'}}{{status 200}}{{uuid}}").unknownHelpers())
                .isEmpty();
    }

    @Test
    @DisplayName("T13: the line of what is malformed is told")
    void theLineOfWhatIsMalformedIsTold() {
        assertThat(Template.parse("a\n{{#if x}}\n"))
                .isInstanceOfSatisfying(
                        Template.Parsing.Malformed.class,
                        malformed -> assertThat(malformed.line()).isEqualTo(3));
    }

    private static Template parsed(String text) {
        return ((Template.Parsing.Parsed) Template.parse(text)).template();
    }
}
