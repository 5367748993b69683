package dev.understudy.template.scope;

/// How much work a request may still cause: every step and every character that is made is taken from it. For one
/// request on one thread; all renderings of the request share it.
public final class Budget {

    /// Steps of one request: expressions evaluated, items compared, characters looked at by a regular expression.
    public static final long MAX_STEPS = 5_000_000;

    /// Characters that the renderings of one request may make, those in between included.
    public static final long MAX_CHARACTERS = 20_000_000;

    private long steps;
    private long characters;

    public Budget() {
        this(MAX_STEPS, MAX_CHARACTERS);
    }

    public Budget(long steps, long characters) {
        this.steps = steps;
        this.characters = characters;
    }

    /// Pays for work.
    ///
    /// @throws TemplateException if the budget does not reach
    public void step(long count) throws TemplateException {
        steps -= count;
        if (steps < 0) {
            throw new TemplateException("This takes too long: a request may cause " + MAX_STEPS + " steps");
        }
    }

    /// Pays for text, before it is made.
    ///
    /// @throws TemplateException if the budget does not reach
    public void characters(long count) throws TemplateException {
        characters -= count;
        if (characters < 0) {
            throw new TemplateException(
                    "This makes too much text: a request may make " + MAX_CHARACTERS + " characters");
        }
    }

    /// Steps that are left.
    public long steps() {
        return Math.max(0, steps);
    }
}
