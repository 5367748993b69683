package dev.understudy.observed;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.RuleOperator;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a route of a document answers already.
final class KnownResponses {

    /// @param rules empty for what can't be told without a request
    private record Known(
            NodeId node,
            int status,
            Optional<FileContent> content,
            List<Optional<FoundRule>> rules,
            RuleLogic logic,
            boolean isDefault) {

        private boolean holds(Map<Property, String> facts) {
            Predicate<Optional<FoundRule>> holds =
                    rule -> rule.filter(known -> known.holds(facts)).isPresent();
            return !rules.isEmpty()
                    && switch (logic) {
                        case AND -> rules.stream().allMatch(holds);
                        case OR -> rules.stream().anyMatch(holds);
                    };
        }
    }

    private final List<Known> responses = new ArrayList<>();

    KnownResponses(Environment document, FileIndex files, Node route) {
        for (Node response : document.children(route.id(), Slot.RESPONSES)) {
            responses.add(new Known(
                    response.id(),
                    response.get(Schema.RESPONSE_STATUS),
                    content(response, files),
                    document.children(response.id(), Slot.RULES).stream()
                            .map(KnownResponses::rule)
                            .toList(),
                    response.get(Schema.RESPONSE_RULES_OPERATOR),
                    response.get(Schema.RESPONSE_DEFAULT)));
        }
    }

    /// Whether the answer of a request is the one that the route gives, as far as that can be told.
    boolean answer(Member member) {
        Map<Property, String> facts = Property.of(member);
        Answer wanted = member.observed().answer();
        return byRules(facts)
                .or(() -> responses.stream().filter(Known::isDefault).findFirst())
                .filter(known ->
                        known.status() == wanted.status() && known.content().equals(Optional.of(wanted.content())))
                .isPresent();
    }

    /// The first response whose rules one of these requests meets; empty if none does.
    Optional<NodeId> inFrontOf(List<Member> members) {
        Set<NodeId> met = members.stream()
                .flatMap(member -> byRules(Property.of(member)).stream())
                .map(Known::node)
                .collect(Collectors.toSet());
        return responses.stream().map(Known::node).filter(met::contains).findFirst();
    }

    private Optional<Known> byRules(Map<Property, String> facts) {
        return responses.stream().filter(response -> response.holds(facts)).findFirst();
    }

    private static Optional<FoundRule> rule(Node rule) {
        boolean plain = !rule.get(Schema.RULE_INVERT);
        return switch (rule.get(Schema.RULE_OPERATOR)) {
            case RuleOperator _ when !plain -> Optional.empty();
            case EQUALS ->
                Optional.of(new FoundRule(
                        rule.get(Schema.RULE_TARGET),
                        rule.get(Schema.RULE_MODIFIER),
                        Optional.of(rule.get(Schema.RULE_VALUE))));
            case NULL ->
                Optional.of(
                        new FoundRule(rule.get(Schema.RULE_TARGET), rule.get(Schema.RULE_MODIFIER), Optional.empty()));
            case REGEX, REGEX_I, EMPTY_ARRAY, ARRAY_INCLUDES, VALID_JSON_SCHEMA -> Optional.empty();
        };
    }

    private static Optional<FileContent> content(Node response, FileIndex files) {
        BodyKind kind = response.get(Schema.RESPONSE_BODY_TYPE);
        return switch (kind) {
            case INLINE ->
                Optional.of(FileContent.of(response.get(Schema.RESPONSE_BODY).getBytes(StandardCharsets.UTF_8)));
            case FILE -> files.find(response.get(Schema.RESPONSE_FILE)).map(FileEntry::content);
            case DATABUCKET -> Optional.empty();
        };
    }
}
