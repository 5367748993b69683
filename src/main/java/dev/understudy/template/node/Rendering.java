package dev.understudy.template.node;

import dev.understudy.template.helper.Helper;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.Scope;
import dev.understudy.template.scope.TemplateException;
import java.util.Map;

/// What one rendering carries along. On one thread.
final class Rendering {

    /// Blocks and partials that may be open within each other while a template is rendered.
    static final int MAX_DEPTH = 200;

    private final Scope scope;
    private final Budget budget;
    private Map<String, InlinePartial> partials = Map.of();
    private int depth;

    Rendering(Scope scope) {
        this.scope = scope;
        this.budget = scope.budget();
    }

    Scope scope() {
        return scope;
    }

    Budget budget() {
        return budget;
    }

    Map<String, InlinePartial> partials() {
        return partials;
    }

    void setPartials(Map<String, InlinePartial> partials) {
        this.partials = partials;
    }

    /// Whether a helper has what it needs.
    boolean offers(Helper.Needs needs) {
        return switch (needs) {
            case NOTHING -> true;
            case REQUEST -> scope.request().isPresent();
            case STATUS -> scope.status().isPresent();
        };
    }

    void enter() throws TemplateException {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new TemplateException("This template is nested too deep while it is rendered: at most " + MAX_DEPTH
                    + " blocks and partials may be open within each other");
        }
    }

    void leave() {
        depth--;
    }
}
