package dev.understudy.format.openapi;

import dev.understudy.environment.Limits;
import dev.understudy.js.Effort;
import java.util.function.LongConsumer;

/// How much may still be made of one description: small schemas that name each other can stand for bodies of any size.
/// What a body stands for and what it takes to make it are counted apart, since parts that are used often are made
/// once. Used by one thread, once.
final class ExpansionBudget implements Effort<ExpansionBudget.Spent> {

    /// What one body may stand for: values, and characters of texts.
    static final long MAX_BODY_STEPS = Limits.MAX_LONG_TEXT;

    /// What may be made for all bodies together.
    static final long MAX_STEPS = 8 * MAX_BODY_STEPS;

    /// Routes, responses and headers, some more than an environment may have: it is the reader of environments that
    /// tells which one is too much.
    static final int MAX_PARTS = 4 * Limits.MAX_NODES;

    /// This body is larger, or nested deeper, than any may be.
    static final class Spent extends Exception {

        Spent() {
            super("A body is too large", null, false, false);
        }
    }

    private final LongConsumer effort;
    private long body = MAX_BODY_STEPS;
    private long all = MAX_STEPS;
    private long kept;
    private long parts;

    /// @param effort told of all that is done
    ExpansionBudget(LongConsumer effort) {
        this.effort = effort;
    }

    void startBody() {
        body = MAX_BODY_STEPS;
    }

    /// Counts what is made and becomes part of the body.
    @Override
    public void spend(long steps) throws Spent {
        work(steps);
        stand(steps);
    }

    /// Counts what the body stands for, whether it was made for this one or before.
    void stand(long steps) throws Spent {
        body -= steps;
        if (body < 0) {
            throw new Spent();
        }
    }

    /// Counts what is done, for whichever bodies.
    void work(long steps) {
        effort.accept(steps);
        all -= steps;
        if (all < 0) {
            throw new Unreadable(
                    "",
                    "The schemas stand for bodies of more than %,d values and characters, which is the limit. Split the description."
                            .formatted(MAX_STEPS));
        }
    }

    /// Counts a text that becomes part of the environment.
    void keep(String text) {
        effort.accept(1);
        kept += text.length();
        if (kept > Limits.MAX_ENVIRONMENT_BYTES) {
            throw new Unreadable(
                    "",
                    "The environment would have more than %,d bytes, which is the limit. Split the description."
                            .formatted(Limits.MAX_ENVIRONMENT_BYTES));
        }
    }

    /// Counts what becomes parts of the environment.
    void keepParts(long more) {
        effort.accept(more);
        parts += more;
        if (parts > MAX_PARTS) {
            throw new Unreadable(
                    "",
                    "The environment would have more than %,d parts (routes, responses, headers, …), which is the limit. Split the description."
                            .formatted(Limits.MAX_NODES));
        }
    }
}
