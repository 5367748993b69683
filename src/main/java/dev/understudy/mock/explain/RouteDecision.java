package dev.understudy.mock.explain;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.RuleLogic;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.mock.rule.Trail;
import dev.understudy.why.Check;
import dev.understudy.why.Line;
import dev.understudy.why.Line.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a route chose among its responses, told from what was noted then. For one answer on one thread.
final class RouteDecision {

    /// Of a name or a value, so that a long text of an old version is not kept for it.
    static final int MAX_LENGTH = 200;

    private final Environment environment;
    private final Node route;
    private final List<Node> responses;
    private final List<Trail.Step> steps;
    private final Secrecy secrecy;

    RouteDecision(Environment environment, Node route, Optional<Trail> trail, Secrecy secrecy) {
        this.environment = environment;
        this.route = route;
        this.responses = List.copyOf(environment.children(route.id(), Slot.RESPONSES));
        this.steps = trail.map(Trail::steps).orElse(List.of()).stream()
                .filter(step -> step.route().equals(route.id()))
                .toList();
        this.secrecy = secrecy;
    }

    /// In the order in which the responses were considered; the last one is the one that answered.
    List<Line> lines(Node chosen) {
        return switch (route.get(Schema.ROUTE_RESPONSE_MODE)) {
            case SEQUENTIAL ->
                List.of(held(
                        chosen,
                        "%s — its turn, %d of %d".formatted(status(chosen), place(chosen) + 1, responses.size())));
            case RANDOM -> List.of(held(chosen, status(chosen) + " — picked at random"));
            case DISABLE_RULES -> List.of(held(chosen, "default — rules are switched off"));
            case BY_RULES, FALLBACK -> byRules(chosen);
        };
    }

    /// Of a route that passed the request on.
    List<Line> linesPassedOn() {
        String name = route.get(Schema.ROUTE_METHOD).verb() + " " + route.get(Schema.ROUTE_ENDPOINT) + ": ";
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < responses.size(); at++) {
            if (!rules(responses.get(at)).isEmpty()) {
                lines.add(considered(at, Mark.FAILED, name));
            }
        }
        return lines;
    }

    private List<Line> byRules(Node chosen) {
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < responses.size(); at++) {
            Node response = responses.get(at);
            if (response.id().equals(chosen.id()) && holds(at)) {
                lines.add(considered(at, Mark.HELD, ""));
                return lines;
            }
            if (!rules(response).isEmpty()) {
                lines.add(considered(at, Mark.FAILED, ""));
            }
        }
        lines.add(held(chosen, "default"));
        return lines;
    }

    /// Whether its rules held, by what was noted of them.
    private boolean holds(int response) {
        int rules = rules(responses.get(response)).size();
        List<Trail.Step> asked =
                steps.stream().filter(step -> step.response() == response).toList();
        return logic(responses.get(response)) == RuleLogic.AND
                ? rules > 0 && asked.size() == rules && asked.stream().allMatch(Trail.Step::held)
                : asked.stream().anyMatch(Trail.Step::held);
    }

    private Line considered(int at, Mark mark, String before) {
        Node response = responses.get(at);
        List<Node> rules = rules(response);
        List<Check> checks = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            checks.add(check(rules.get(rule), step(at, rule)));
        }
        String text = before + status(response) + " — " + RuleSentence.of(rules, logic(response));
        return new Line(mark, text, Optional.of(response.id()), checks);
    }

    private Check check(Node rule, Optional<Trail.Step> step) {
        String name = rule.get(Schema.RULE_MODIFIER);
        return new Check(
                rule.get(Schema.RULE_TARGET),
                RuleSentence.cut(name, MAX_LENGTH),
                rule.get(Schema.RULE_OPERATOR),
                RuleSentence.cut(rule.get(Schema.RULE_VALUE), MAX_LENGTH),
                rule.get(Schema.RULE_INVERT),
                step.flatMap(Trail.Step::seen).map(seen -> secrecy.hide(rule.get(Schema.RULE_TARGET), name, seen)),
                step.map(Trail.Step::held));
    }

    private Optional<Trail.Step> step(int response, int rule) {
        return steps.stream()
                .filter(step -> step.response() == response && step.rule() == rule)
                .findFirst();
    }

    private static Line held(Node response, String text) {
        return Line.of(Mark.HELD, text, Optional.of(response.id()));
    }

    private static String status(Node response) {
        return String.valueOf(response.get(Schema.RESPONSE_STATUS));
    }

    private static RuleLogic logic(Node response) {
        return response.get(Schema.RESPONSE_RULES_OPERATOR);
    }

    private List<Node> rules(Node response) {
        return List.copyOf(environment.children(response.id(), Slot.RULES));
    }

    private int place(Node response) {
        List<NodeId> ids = responses.stream().map(Node::id).toList();
        return ids.indexOf(response.id());
    }
}
