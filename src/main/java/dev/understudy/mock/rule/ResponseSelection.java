package dev.understudy.mock.rule;

import dev.understudy.environment.ResponseMode;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.random.RandomGenerator;

/// Which response of a route answers. Immutable; any thread may ask it.
public final class ResponseSelection {

    /// No response answers, and the request goes on to the next route.
    public static final int NONE = -1;

    private final ResponseMode mode;
    private final List<Rules> responses;
    private final int preferred;
    private final boolean ruled;

    /// For a route.
    ///
    /// @param responses the rules of each response; at least one
    /// @param preferred the response that answers if no rules hold
    public ResponseSelection(ResponseMode mode, List<Rules> responses, int preferred) {
        this.mode = mode;
        this.responses = List.copyOf(responses);
        this.preferred = preferred;
        this.ruled = mode == ResponseMode.FALLBACK || mode == ResponseMode.BY_RULES;
    }

    /// Whether it is made without looking at the request or at what the mock remembers.
    public boolean isFixed() {
        return mode == ResponseMode.DISABLE_RULES
                || (ruled && responses.stream().allMatch(rules -> rules.rules().isEmpty()));
    }

    /// Whether making it costs next to nothing, whatever the request.
    public boolean isCheap() {
        return !ruled || responses.stream().allMatch(Rules::isCheap);
    }

    /// Whether there may be no response that answers.
    public boolean mayPassOn() {
        return mode == ResponseMode.FALLBACK;
    }

    /// Whether each response has its turn.
    public boolean isSequential() {
        return mode == ResponseMode.SEQUENTIAL;
    }

    /// The response that has its turn.
    ///
    /// @param answers how many there were before
    public int inTurn(long answers) {
        return (int) (answers % responses.size());
    }

    /// The response where [#isFixed].
    public int fixed() {
        return mode == ResponseMode.FALLBACK ? NONE : preferred;
    }

    /// The place of the response that answers; [#NONE] if none does.
    ///
    /// @throws TemplateException if rules take more than the budget
    public int choose(RuleSubject subject, RandomGenerator random) throws TemplateException {
        return switch (mode) {
            case RANDOM -> random.nextInt(responses.size());
            case SEQUENTIAL -> inTurn(subject.number() - 1);
            case DISABLE_RULES -> preferred;
            case BY_RULES, FALLBACK -> byRules(subject);
        };
    }

    private int byRules(RuleSubject subject) throws TemplateException {
        for (int at = 0; at < responses.size(); at++) {
            if (responses.get(at).hold(subject, at)) {
                return at;
            }
        }
        return mode == ResponseMode.FALLBACK ? NONE : preferred;
    }
}
