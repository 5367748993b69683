package dev.understudy.mock.rule;

import dev.understudy.environment.Node;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.RuleTarget;
import dev.understudy.environment.Schema;
import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsException;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Bool;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.path.PathLookup;
import dev.understudy.js.regex.JsRegex;
import dev.understudy.js.regex.RegexMistake;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.template.scope.RequestView;
import dev.understudy.template.scope.TemplateException;
import java.util.Locale;
import java.util.Optional;

/// One rule, its texts and its expression read once. Immutable; any thread may ask it.
public final class Rule {

    private final RuleTarget target;
    private final RuleOperator operator;
    private final TextTemplate modifier;
    private final TextTemplate value;
    private final boolean inverted;
    private final Optional<JsRegex.Compilation> regex;
    private final Optional<PathLookup> path;
    private final SchemaRule schema;

    private Rule(
            RuleTarget target, RuleOperator operator, TextTemplate modifier, TextTemplate value, boolean inverted) {
        this.target = target;
        this.operator = operator;
        this.modifier = modifier;
        this.value = value;
        this.inverted = inverted;
        this.path = modifier.isConstant() ? Optional.of(PathLookup.parse(modifier.source())) : Optional.empty();
        this.schema = new SchemaRule(value.source());
        this.regex = isRegex(operator) && value.isConstant()
                ? Optional.of(JsRegex.compile(value.source(), operator == RuleOperator.REGEX_I))
                : Optional.empty();
    }

    /// Of a rule of the document.
    public static Rule of(Node node) {
        return new Rule(
                node.get(Schema.RULE_TARGET),
                node.get(Schema.RULE_OPERATOR),
                TextTemplate.of(node.get(Schema.RULE_MODIFIER)),
                TextTemplate.of(node.get(Schema.RULE_VALUE)),
                node.get(Schema.RULE_INVERT));
    }

    /// Why its regular expression can never match; empty if it can, or if that is not known before a request.
    public Optional<RegexMistake> invalidRegex() {
        return regex.flatMap(compilation -> switch (compilation) {
            case JsRegex.Compiled _ -> Optional.empty();
            case JsRegex.Invalid(String _, RegexMistake mistake) -> Optional.of(mistake);
        });
    }

    /// Whether asking it costs next to nothing, whatever the request.
    boolean isCheap() {
        return isCheap(target)
                && modifier.isConstant()
                && value.isConstant()
                && !modifier.source().startsWith("$")
                && !isRegex(operator)
                && operator != RuleOperator.VALID_JSON_SCHEMA;
    }

    /// Whether looking at it costs next to nothing.
    private static boolean isCheap(RuleTarget target) {
        return switch (target) {
            case QUERY, HEADER, COOKIE, PARAMS, PATH, METHOD, REQUEST_NUMBER -> true;
            case BODY, GLOBAL_VAR, DATA_BUCKET, TEMPLATING -> false;
        };
    }

    private static boolean isRegex(RuleOperator operator) {
        return operator == RuleOperator.REGEX || operator == RuleOperator.REGEX_I;
    }

    /// Whether it does; the subject is told what it saw.
    ///
    /// @param response the place of its response, for the record
    /// @param place its own
    /// @throws TemplateException if the budget is used up
    boolean holds(RuleSubject subject, int response, int place) throws TemplateException {
        String property = modifier.renderOrSource(subject);
        boolean nameless = target == RuleTarget.COOKIE && property.isEmpty();
        JsValue found = nameless ? Undefined.UNDEFINED : targetValue(subject, property);
        boolean held = (!nameless && matches(subject, found)) != inverted;
        subject.checked(response, place, held, shown(found));
        return held;
    }

    /// Of a path rules see the URL, and a second word that means nothing to people.
    private JsValue shown(JsValue found) {
        return target == RuleTarget.PATH && found instanceof JsArray both ? both.get(0) : found;
    }

    private boolean matches(RuleSubject subject, JsValue found) throws TemplateException {
        return switch (operator) {
            case NULL -> found.isNullish() || found.equals(Text.EMPTY);
            case EMPTY_ARRAY -> found instanceof JsArray array && array.size() == 0;
            case EQUALS, REGEX, REGEX_I, ARRAY_INCLUDES, VALID_JSON_SCHEMA ->
                found != Undefined.UNDEFINED && compares(subject, found == JsValue.Null.NULL ? Text.EMPTY : found);
        };
    }

    private boolean compares(RuleSubject subject, JsValue compared) throws TemplateException {
        String wanted = value.renderOrSource(subject);
        return switch (operator) {
            case VALID_JSON_SCHEMA -> schema.isValid(subject, compared);
            case REGEX, REGEX_I -> matchesRegex(subject, compared, wanted);
            case EQUALS -> equals(subject, compared, wanted);
            case ARRAY_INCLUDES -> {
                boolean onlyInArrays =
                        !(compared instanceof JsArray) && !modifier.source().isEmpty();
                yield !onlyInArrays && equals(subject, compared, wanted);
            }
            case NULL, EMPTY_ARRAY -> throw new IllegalStateException(operator + " compares with nothing");
        };
    }

    /// Whether it is the wanted text, or has it as an item.
    private static boolean equals(RuleSubject subject, JsValue compared, String wanted) throws TemplateException {
        if (compared instanceof JsArray array) {
            subject.budget().step(array.size());
            Conversions.charge(array, subject.budget()::step);
            return array.values().stream()
                    .anyMatch(item -> Conversions.toText(item).equals(wanted));
        }
        Conversions.charge(compared, subject.budget()::step);
        return Conversions.toText(compared).equals(wanted);
    }

    /// Whether it compares with a text, so that a body is looked at as text.
    private boolean wantsText() {
        return switch (operator) {
            case EQUALS, REGEX, REGEX_I -> true;
            case NULL, EMPTY_ARRAY, ARRAY_INCLUDES, VALID_JSON_SCHEMA -> false;
        };
    }

    private JsValue targetValue(RuleSubject subject, String property) throws TemplateException {
        RequestView request = subject.request();
        return switch (target) {
            case REQUEST_NUMBER -> new Num(subject.number());
            case COOKIE -> request.cookies().get(property);
            case PATH -> subject.path();
            case METHOD -> new Text(request.method().toLowerCase(Locale.ROOT));
            case HEADER -> property.isEmpty() ? Text.EMPTY : header(request, property);
            case TEMPLATING -> new Text(property);
            case BODY -> property.isEmpty() ? subject.wholeBody(wantsText()) : at(subject, subject.body(), property);
            case QUERY -> property.isEmpty() ? request.query() : at(subject, request.query(), property);
            case PARAMS -> property.isEmpty() ? Undefined.UNDEFINED : at(subject, request.params(), property);
            case GLOBAL_VAR -> property.isEmpty() ? Undefined.UNDEFINED : at(subject, subject.variables(), property);
            case DATA_BUCKET -> property.isEmpty() ? Undefined.UNDEFINED : at(subject, subject.buckets(), property);
        };
    }

    private static JsValue header(RequestView request, String name) {
        Optional<String> found = request.header(name);
        return found.isPresent() ? new Text(found.get()) : Undefined.UNDEFINED;
    }

    private JsValue at(RuleSubject subject, JsValue data, String property) throws TemplateException {
        try {
            PathLookup lookup = path.orElseGet(() -> PathLookup.parse(property));
            return lookup.find(data, Undefined.UNDEFINED, subject.budget()::step);
        } catch (JsException failure) {
            throw new TemplateException(failure.getMessage());
        }
    }

    private boolean matchesRegex(RuleSubject subject, JsValue compared, String wanted) throws TemplateException {
        JsRegex.Compilation compilation =
                regex.orElseGet(() -> JsRegex.compile(wanted, operator == RuleOperator.REGEX_I));
        return switch (compilation) {
            case JsRegex.Invalid _ -> false;
            case JsRegex.Compiled(JsRegex expression) -> {
                Conversions.charge(compared, subject.budget()::step);
                if (compared instanceof JsArray array) {
                    for (JsValue item : array.values()) {
                        if (expression.find(Conversions.toText(item), subject.budget()::step)) {
                            yield true;
                        }
                    }
                    yield false;
                }
                yield expression.find(Conversions.toText(compared), subject.budget()::step);
            }
        };
    }

    @Override
    public String toString() {
        return target + " " + modifier.source() + " " + Bool.of(inverted) + " " + operator + " " + value.source();
    }
}
