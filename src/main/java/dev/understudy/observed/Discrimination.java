package dev.understudy.observed;

import dev.understudy.environment.FileContent;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.RuleTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds the rules by which a route gives each request the answer that it had: on as few properties as will do, path
/// parameters rather than the query, and the query rather than the body. Used by one thread, once.
final class Discrimination {

    /// Of one response; more requests with that answer get further responses.
    static final int MAX_RULES = 50;

    /// That are looked at: of many, those first that most requests have.
    static final int MAX_PROPERTIES = 64;

    private static final int MAX_LABEL = 80;

    /// What a client can tell apart.
    private record Likeness(int status, FileContent content) {}

    private final List<Member> members;
    private final Map<Member, Map<Property, String>> facts = new LinkedHashMap<>();
    private final List<Property> properties;
    private int contradicted;

    /// @param keepsParams whether parameters of the path have to be among the rules
    Discrimination(List<Member> all, boolean keepsParams) {
        Map<Map<Property, String>, Member> last = new LinkedHashMap<>();
        List<Map<Property, String>> each = all.stream().map(Property::of).toList();
        Set<Property> common = common(each);
        for (int at = 0; at < all.size(); at++) {
            Member member = all.get(at);
            Map<Property, String> told = each.get(at);
            told.keySet().retainAll(common);
            Member before = last.put(told, member);
            if (before != null
                    && !before.observed().answer().isLike(member.observed().answer())) {
                contradicted++;
            }
        }
        last.forEach((told, member) -> facts.put(member, told));
        this.members = List.copyOf(last.values());
        this.properties = needed(keepsParams);
    }

    /// Path parameters, and what most requests have: who makes up a name for each request would keep the search busy
    /// for
    /// ever.
    private static Set<Property> common(List<Map<Property, String>> all) {
        Map<Property, Integer> counts = new LinkedHashMap<>();
        all.forEach(told -> told.keySet().forEach(property -> counts.merge(property, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Property, Integer> entry) ->
                                entry.getKey().target() != RuleTarget.PARAMS)
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .limit(MAX_PROPERTIES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Pairs of requests that no rule tells apart, though their answers differ: the last answer counts.
    int contradicted() {
        return contradicted;
    }

    /// The requests, each once.
    List<Member> members() {
        return members;
    }

    /// Whether there is a property at all by which its requests can be told from others.
    boolean tells() {
        return !properties.isEmpty();
    }

    /// All that there are, less and less of them as long as the answers still follow from the rest: what many values
    /// were seen of goes first.
    private List<Property> needed(boolean keepsParams) {
        Set<Property> all = new LinkedHashSet<>();
        facts.values().forEach(told -> all.addAll(told.keySet()));
        Map<Property, Long> values = new HashMap<>();
        all.forEach(property -> values.put(
                property,
                facts.values().stream()
                        .map(told -> told.get(property))
                        .distinct()
                        .count()));
        Comparator<Property> late = Comparator.comparing(
                        Property::target, Comparator.comparingInt(Discrimination::rank))
                .thenComparing(property -> Objects.requireNonNull(values.get(property)));
        List<Property> kept = new ArrayList<>(all);
        for (Property property : all.stream().sorted(late.reversed()).toList()) {
            boolean stays = keepsParams && (property.target() == RuleTarget.PARAMS || kept.size() == 1);
            if (!stays) {
                List<Property> fewer = new ArrayList<>(kept);
                fewer.remove(property);
                if (decides(fewer)) {
                    kept = fewer;
                }
            }
        }
        return kept;
    }

    private static int rank(RuleTarget target) {
        return switch (target) {
            case PARAMS -> 0;
            case QUERY -> 1;
            default -> 2;
        };
    }

    /// Whether requests that have these in common have their answer in common.
    private boolean decides(List<Property> some) {
        Map<List<Optional<String>>, Likeness> answers = new HashMap<>();
        return members.stream().allMatch(member -> {
            Likeness likeness = likeness(member);
            Likeness before = answers.putIfAbsent(values(member, some), likeness);
            return before == null || before.equals(likeness);
        });
    }

    private List<Optional<String>> values(Member member, List<Property> some) {
        Map<Property, String> told = Objects.requireNonNull(facts.get(member));
        return some.stream()
                .map(property -> Optional.ofNullable(told.get(property)))
                .toList();
    }

    private static Likeness likeness(Member member) {
        Answer answer = member.observed().answer();
        return new Likeness(answer.status(), answer.content());
    }

    /// The responses, those first whose rules say most. The best answer is the default one.
    ///
    /// @param wanted the requests that they are for; their rules tell them from all others
    List<FoundResponse> responses(Predicate<Member> wanted) {
        Map<Likeness, List<Member>> byAnswer = members.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(Discrimination::likeness, LinkedHashMap::new, Collectors.toList()));
        List<FoundResponse> responses = new ArrayList<>();
        byAnswer.values().forEach(alike -> responses.addAll(responses(alike)));
        responses.sort(Comparator.comparingLong(response ->
                response.rules().stream().filter(rule -> rule.value().isEmpty()).count()));
        int best = best(responses, byAnswer);
        List<FoundResponse> chosen = new ArrayList<>();
        for (int at = 0; at < responses.size(); at++) {
            FoundResponse one = responses.get(at);
            chosen.add(new FoundResponse(one.answer(), one.rules(), one.logic(), at == best, one.label()));
        }
        return chosen;
    }

    /// Of those that say that all went well, else of all, the one that most requests had.
    private static int best(List<FoundResponse> responses, Map<Likeness, List<Member>> byAnswer) {
        int best = 0;
        long most = -1;
        for (int at = 0; at < responses.size(); at++) {
            Answer answer = responses.get(at).answer();
            List<Member> alike = byAnswer.getOrDefault(new Likeness(answer.status(), answer.content()), List.of());
            long weight = alike.size() + (answer.status() < 300 ? 1_000_000L : 0);
            if (weight > most) {
                most = weight;
                best = at;
            }
        }
        return best;
    }

    private List<FoundResponse> responses(List<Member> alike) {
        Answer answer = alike.getLast().observed().answer();
        Set<List<Optional<String>>> cases = new LinkedHashSet<>();
        alike.forEach(member -> cases.add(values(member, properties)));
        if (properties.isEmpty()) {
            return List.of(new FoundResponse(answer, List.of(), RuleLogic.OR, false, ""));
        }
        if (properties.size() > 1) {
            return cases.stream()
                    .map(values -> response(answer, rules(values), RuleLogic.AND))
                    .toList();
        }
        List<FoundRule> rules =
                cases.stream().flatMap(values -> rules(values).stream()).toList();
        List<FoundResponse> responses = new ArrayList<>();
        for (int from = 0; from < rules.size(); from += MAX_RULES) {
            List<FoundRule> some = rules.subList(from, Math.min(rules.size(), from + MAX_RULES));
            responses.add(response(answer, some, RuleLogic.OR));
        }
        return responses;
    }

    private List<FoundRule> rules(List<Optional<String>> values) {
        List<FoundRule> rules = new ArrayList<>();
        for (int at = 0; at < values.size(); at++) {
            Property property = properties.get(at);
            rules.add(new FoundRule(property.target(), property.name(), values.get(at)));
        }
        return rules;
    }

    private static FoundResponse response(Answer answer, List<FoundRule> rules, RuleLogic logic) {
        String words = rules.stream()
                .map(FoundRule::words)
                .collect(Collectors.joining(logic == RuleLogic.AND ? ", " : " or "));
        String label = words.length() <= MAX_LABEL ? words : words.substring(0, MAX_LABEL - 1) + "…";
        return new FoundResponse(answer, rules, logic, false, label);
    }
}
