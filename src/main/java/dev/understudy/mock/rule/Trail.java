package dev.understudy.mock.rule;

import dev.understudy.environment.NodeId;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was decided on the way to one answer: each rule that was asked, with what it saw. It is written while the
/// answer is made, by one thread at a time, and only read after. What a rule saw is kept short, and in words, so that
/// nothing large stays in memory for it.
public final class Trail {

    /// More rules are asked, but not noted.
    public static final int MAX_STEPS = 200;

    /// What rules saw takes up no more characters, as a rule; after that each gets a few.
    public static final int MAX_CHARACTERS = 4_000;

    /// A rule that was asked.
    ///
    /// @param response its place among the responses of the route
    /// @param rule its place among the rules of the response
    /// @param seen what it compared; empty if there was nothing
    public record Step(NodeId route, int response, int rule, boolean held, Optional<String> seen) {}

    /// A step without what it saw.
    private static final long STEP_BYTES = 64;

    private static final List<Step> NONE = List.of();

    private List<Step> steps = NONE;
    private int characters;
    private @Nullable NodeId route;
    private @Nullable String failure;

    /// The rules of another route are asked from now on.
    public void tries(NodeId next) {
        route = next;
    }

    /// A rule of the route was asked.
    public void checked(int response, int rule, boolean held, JsValue seen) {
        if (route == null || steps.size() == MAX_STEPS) {
            return;
        }
        if (steps.isEmpty()) {
            steps = new ArrayList<>(4);
        }
        Optional<String> text = Seen.of(seen, MAX_CHARACTERS - characters);
        characters += text.map(String::length).orElse(0);
        steps.add(new Step(route, response, rule, held, text));
    }

    /// It ended without an answer.
    ///
    /// @param message why
    public void failed(String message) {
        failure = message;
    }

    /// In the order in which they were asked.
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /// The route that was tried last.
    public Optional<NodeId> last() {
        return Optional.ofNullable(route);
    }

    /// Why there was no answer.
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /// How much memory it takes, about.
    public long heldBytes() {
        return STEP_BYTES * steps.size() + 2L * characters;
    }

    /// Whether it tells nothing that can't be told without it.
    public boolean isEmpty() {
        return steps.isEmpty() && failure == null;
    }
}
