package dev.understudy.template.helper.text;

import dev.understudy.template.Budget;
import dev.understudy.template.TemplateException;

/// What searching costs.
final class Searches {

    /// Characters that are looked at for one step.
    static final int PER_STEP = 16;

    private Searches() {}

    /// Where a text is found; -1 if it is not. Takes time for the characters that are looked at.
    static int find(String text, String search, int from, Budget budget) throws TemplateException {
        int found = text.indexOf(search, from);
        budget.step(((found < 0 ? text.length() : found) - from) / PER_STEP);
        return found;
    }
}
