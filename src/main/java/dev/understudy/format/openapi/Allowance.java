package dev.understudy.format.openapi;

import dev.understudy.environment.Limits;
import dev.understudy.js.Effort;

/// How much may still be made of the schemas of one description: small schemas that name each other can stand for
/// bodies of any size. Used by one thread, once.
final class Allowance implements Effort<Allowance.Spent> {

    /// For one body: values, and characters of texts.
    static final long MAX_BODY_STEPS = Limits.MAX_LONG_TEXT;

    /// For all bodies together.
    static final long MAX_STEPS = 8 * MAX_BODY_STEPS;

    /// This body is larger, or nested deeper, than any may be.
    static final class Spent extends Exception {

        Spent() {
            super("A body is too large", null, false, false);
        }
    }

    private long body = MAX_BODY_STEPS;
    private long all = MAX_STEPS;
    private long kept;

    void startBody() {
        body = MAX_BODY_STEPS;
    }

    @Override
    public void spend(long steps) throws Spent {
        body -= steps;
        all -= steps;
        if (all < 0) {
            throw new Unreadable(
                    "",
                    "The schemas stand for bodies of more than %,d values and characters, which is the limit."
                            .formatted(MAX_STEPS));
        }
        if (body < 0) {
            throw new Spent();
        }
    }

    /// Counts a text that becomes part of the environment.
    void keep(String text) {
        kept += text.length();
        if (kept > Limits.MAX_ENVIRONMENT_BYTES) {
            throw new Unreadable(
                    "",
                    "The environment would have more than %,d bytes, which is the limit."
                            .formatted(Limits.MAX_ENVIRONMENT_BYTES));
        }
    }
}
