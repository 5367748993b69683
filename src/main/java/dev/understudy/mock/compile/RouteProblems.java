package dev.understudy.mock.compile;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.respond.BucketMention;
import dev.understudy.mock.rule.Rule;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WholeHost;
import dev.understudy.template.Template;
import dev.understudy.template.syntax.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells authors what in a part of their document will not do what they may expect, at the field it is about.
public final class RouteProblems {

    private final Environment environment;
    private final List<Problem> found = new ArrayList<>();
    private final List<BucketMention> mentions = new ArrayList<>();

    private RouteProblems(Environment environment) {
        this.environment = environment;
    }

    /// What was found.
    ///
    /// @param mentions the data buckets that texts name; which of them are there is another question
    public record Findings(List<Problem> problems, List<BucketMention> mentions) {}

    /// Looks at what authors wrote.
    ///
    /// @param nodes a route and all that it is made of, or any other nodes of the document
    public static Findings of(Environment environment, List<Node> nodes) {
        RouteProblems problems = new RouteProblems(environment);
        for (Node node : nodes) {
            switch (node.kind()) {
                case ROUTE -> problems.ofRoute(node);
                case RESPONSE -> problems.ofResponse(node);
                case HEADER -> problems.ofHeader(node);
                case RULE -> problems.ofRule(node);
                case INVOCATION -> problems.ofInvocation(node);
                case CALLBACK, BUCKET, ENVIRONMENT, FOLDER, FILE -> {}
            }
        }
        return new Findings(problems.found, problems.mentions);
    }

    /// What is wrong with the definitions that routes refer to.
    public static Findings ofCallbacks(Environment environment, List<Node> nodes) {
        RouteProblems problems = new RouteProblems(environment);
        for (Node node : nodes) {
            if (node.kind() == Kind.CALLBACK) {
                problems.ofCallback(node);
            } else if (node.kind() == Kind.HEADER) {
                problems.ofHeader(node);
            }
        }
        return new Findings(problems.found, problems.mentions);
    }

    private void ofRoute(Node route) {
        if (route.get(Schema.ROUTE_TYPE) == RouteType.HTTP && route.get(Schema.ROUTE_METHOD) == HttpMethod.NONE) {
            warn(route, Schema.ROUTE_METHOD, "Without a method no request reaches this route. Choose one.");
        }
    }

    private void ofResponse(Node response) {
        boolean templating = !response.get(Schema.RESPONSE_TEMPLATING_OFF);
        switch (response.get(Schema.RESPONSE_BODY_TYPE)) {
            case DATABUCKET -> ofBucketReference(response, Schema.RESPONSE_BUCKET);
            case FILE -> {
                ofTemplate(response, Schema.RESPONSE_FILE);
                if (templating && response.get(Schema.RESPONSE_FALLBACK_404)) {
                    ofTemplate(response, Schema.RESPONSE_BODY);
                }
            }
            case INLINE -> {
                if (templating) {
                    ofTemplate(response, Schema.RESPONSE_BODY);
                }
            }
        }
    }

    private void ofCallback(Node callback) {
        ofTemplate(callback, Schema.CALLBACK_URI);
        switch (callback.get(Schema.CALLBACK_BODY_TYPE)) {
            case DATABUCKET -> ofBucketReference(callback, Schema.CALLBACK_BUCKET);
            case FILE -> ofTemplate(callback, Schema.CALLBACK_FILE);
            case INLINE -> ofTemplate(callback, Schema.CALLBACK_BODY);
        }
    }

    private void ofBucketReference(Node node, Field<String> field) {
        String id = node.get(field);
        if (id.isEmpty()) {
            ofNoBucket(node, field);
            return;
        }
        boolean known = environment.children(environment.root().id(), Slot.BUCKETS).stream()
                .anyMatch(bucket -> bucket.get(Schema.BUCKET_ID).equals(id));
        if (!known) {
            warn(
                    node,
                    field,
                    "There is no data bucket with the id “%s”, so the text is sent instead. Choose another one."
                            .formatted(id));
        }
    }

    private void ofNoBucket(Node node, Field<String> field) {
        boolean crud = Optional.ofNullable(node.parent())
                .flatMap(environment::find)
                .filter(route -> route.kind() == Kind.ROUTE && route.get(Schema.ROUTE_TYPE) == RouteType.CRUD)
                .isPresent();
        if (crud) {
            found.add(Problem.atField(
                    node.id(),
                    field.key(),
                    "This CRUD route has no data bucket, so it has nothing to read and change. Choose one."));
        } else {
            warn(node, field, "No data bucket is chosen, so the text is sent instead. Choose one.");
        }
    }

    private void ofInvocation(Node invocation) {
        Optional<Node> callback = NodeId.parse(invocation.get(Schema.INVOCATION_CALLBACK))
                .flatMap(environment::find)
                .filter(node -> node.kind() == Kind.CALLBACK);
        if (callback.isEmpty()) {
            warn(
                    invocation,
                    Schema.INVOCATION_CALLBACK,
                    "There is no such callback, so nothing is called. Choose one.");
        }
    }

    private void ofRule(Node rule) {
        ofTemplate(rule, Schema.RULE_MODIFIER);
        ofTemplate(rule, Schema.RULE_VALUE);
        Rule.of(rule)
                .invalidRegex()
                .ifPresent(mistake -> found.add(Problem.atField(
                        rule.id(),
                        Schema.RULE_VALUE.key(),
                        "This regular expression can't be read, so the rule never matches. " + mistake.sentence())));
    }

    private void ofHeader(Node header) {
        String name = header.get(Schema.HEADER_KEY);
        String value = header.get(Schema.HEADER_VALUE);
        if (name.isEmpty() || value.isEmpty()) {
            return;
        }
        if (!HeaderSheet.isName(name)) {
            warn(
                    header,
                    Schema.HEADER_KEY,
                    "This is not a header name, so the header is not sent. Use letters, digits and hyphens.");
        }
        TextTemplate template = TextTemplate.of(value);
        if (template.isConstant() && !HeaderSheet.isValue(value)) {
            warn(
                    header,
                    Schema.HEADER_VALUE,
                    "A header can't hold these characters, so it is not sent. Take out line breaks and signs beyond Latin-1.");
        }
        WholeHost.objection(name, value).ifPresent(reason -> warn(header, Schema.HEADER_KEY, reason));
        ofTemplate(header, Schema.HEADER_VALUE);
    }

    private void ofTemplate(Node node, Field<String> field) {
        switch (TextTemplate.of(node.get(field))) {
            case TextTemplate.Constant _ -> {}
            case TextTemplate.Broken(String _, String _, Mistake mistake) ->
                found.add(Problem.atField(node.id(), field.key(), mistake.sentence())
                        .at(mistake.from(), mistake.to()));
            case TextTemplate.Rendered(String _, Template template) -> {
                found.addAll(TemplateProblems.of(node.id(), field.key(), template));
                mentions.addAll(TemplateProblems.buckets(node.id(), field.key(), template));
            }
        }
    }

    private void warn(Node node, Field<?> field, String message) {
        found.add(new Problem(Severity.WARNING, "", Optional.of(node.id()), field.key(), message));
    }
}
