package dev.understudy.template.faker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Big;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.Lines;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.RefusalException;
import dev.understudy.template.scope.TemplateException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocaleFakerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final int TIMES = 40;
    private static final Pattern REGEX = Pattern.compile("/(.*)/(i?)", Pattern.DOTALL);

    @Test
    @DisplayName("J55: every method gives values of faker-js's form, with each of the arguments of the table")
    void formsOfValues() {
        List<String> wrong = new ArrayList<>();
        for (JsArray line : Lines.of("faker.jsonl")) {
            LocaleFaker faker = faker("en", 7);
            for (int i = 0; i < TIMES; i++) {
                String made = made(faker, line);
                if (!made.isEmpty()) {
                    wrong.add(JsJson.print(line).orElse("") + " gives " + made);
                    break;
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @DisplayName("J55: all 265 methods are known, and no others")
    void names() {
        TreeSet<String> names = new TreeSet<>();
        Lines.of("faker.jsonl").forEach(line -> names.add(Lines.text(line, 0)));
        assertThat(names).hasSize(265);
        assertThat(LocaleFaker.names()).isEqualTo(names);
    }

    @Test
    @DisplayName("J56: a seed makes the same values in the same order")
    void seed() throws TemplateException {
        assertThat(some(faker("en", 5))).isEqualTo(some(faker("en", 5))).isNotEqualTo(some(faker("en", 6)));
    }

    @Test
    @DisplayName("J57: a locale has names, places, companies and phone numbers")
    void locales() throws TemplateException {
        assertThat(Locales.names()).hasSize(64);
        for (String locale : List.of("en", "en_AU_ocker", "de_AT", "fr", "ja", "sr_RS_latin", "zh_CN", "zu_ZA")) {
            LocaleFaker faker = faker(locale, 1);
            for (String method : List.of(
                    "person.fullName",
                    "location.city",
                    "location.streetAddress",
                    "company.name",
                    "phone.number",
                    "location.zipCode",
                    "lorem.sentence",
                    "location.state",
                    "location.country")) {
                for (int i = 0; i < 20; i++) {
                    String text = Conversions.toText(
                            faker.call(method, List.of(), new Budget()).orElseThrow());
                    assertThat(text).as(locale + " " + method).isNotBlank().doesNotContain("#{");
                }
            }
        }
        assertThat(Conversions.toText(faker("de", 1)
                        .call("location.state", List.of(), new Budget())
                        .orElseThrow()))
                .isNotEqualTo(Conversions.toText(faker("en", 1)
                        .call("location.state", List.of(), new Budget())
                        .orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string.alpha|[1e9]",
                "lorem.words|[1e9]",
                "helpers.fromRegExp|[\"[a-z]{999999}[a-z]{999999}\"]",
                "date.betweens|[{\"from\":0,\"to\":1,\"count\":1e9}]",
                "internet.password|[{\"length\":1e12}]",
                "helpers.fake|[\"{{helpers.fake(1)}}\"]",
                "number.float|[{\"max\":1,\"fractionDigits\":1e9}]",
                "finance.amount|[{\"dec\":1e9}]",
                "system.fileName|[{\"extensionCount\":1e9}]",
                "lorem.paragraphs|[1e5]"
            })
    @DisplayName("J58: who asks for too much is refused")
    void tooMuch(String call) {
        String[] parts = call.split("\\|", -1);
        List<JsValue> arguments = ((JsArray) JsJson.parse(parts[1]).orElseThrow()).values();
        assertThatThrownBy(() -> faker("en", 1).call(parts[0], arguments, new Budget()))
                .isInstanceOf(RefusalException.class);
    }

    @Test
    @DisplayName("J58: what is made is taken from the budget")
    void budget() {
        List<JsValue> arguments = List.of(new Num(1_000));
        assertThatThrownBy(() -> faker("en", 1).call("string.alpha", arguments, new Budget(10, 999)))
                .isInstanceOf(TemplateException.class);
        assertThatThrownBy(() -> faker("en", 1).call("lorem.words", arguments, new Budget(999, 10_000)))
                .isInstanceOf(TemplateException.class);
    }

    private static LocaleFaker faker(String locale, long seed) {
        return new LocaleFaker(locale, new Random(seed), CLOCK);
    }

    private static List<String> some(LocaleFaker faker) throws TemplateException {
        List<String> made = new ArrayList<>();
        for (String method : List.of("person.firstName", "string.uuid", "number.int", "date.past", "lorem.sentence")) {
            made.add(Conversions.toText(
                    faker.call(method, List.of(), new Budget()).orElseThrow()));
        }
        return made;
    }

    /// What is wrong; empty if nothing is.
    private static String made(LocaleFaker faker, JsArray line) {
        String form = Lines.text(line, 2);
        try {
            JsValue value = faker.call(Lines.text(line, 0), ((JsArray) line.get(1)).values(), new Budget())
                    .orElseThrow();
            return is(form, value) ? "" : String.valueOf(value);
        } catch (RefusalException refused) {
            return form.equals("refused") ? "" : refused.toString();
        } catch (TemplateException thrown) {
            return form.equals("error") ? "" : thrown.toString();
        }
    }

    private static boolean is(String form, JsValue value) {
        Matcher regex = REGEX.matcher(form);
        if (regex.matches()) {
            int flags = regex.group(2).isEmpty() ? 0 : Pattern.CASE_INSENSITIVE;
            return value instanceof Text(String text)
                    && Pattern.compile(regex.group(1), flags).matcher(text).find();
        }
        String[] words = form.split(" ", -1);
        return switch (words[0]) {
            case "number" -> value instanceof Num;
            case "integer" -> value instanceof Num(double number, var _) && number == Math.rint(number);
            case "boolean" -> value instanceof Bool;
            case "true" -> value == Bool.TRUE;
            case "false" -> value == Bool.FALSE;
            case "date" -> value instanceof Moment(double millis) && !Double.isNaN(millis);
            case "big" -> value instanceof Big;
            case "undefined" -> value == Undefined.UNDEFINED;
            case "object" ->
                value instanceof JsObject object
                        && String.join(" ", object.names()).equals(form.substring("object ".length()));
            case "array" ->
                value instanceof JsArray array
                        && array.size() == Integer.parseInt(words[1])
                        && array.values().stream().allMatch(item -> isItem(words[2], item));
            default -> false;
        };
    }

    private static boolean isItem(String form, JsValue item) {
        return form.equals("any") || (form.equals("text") ? item instanceof Text : is(form, item));
    }
}
