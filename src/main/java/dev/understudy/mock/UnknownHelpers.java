package dev.understudy.mock;

import dev.understudy.template.Template;
import dev.understudy.template.UnknownHelper;
import java.util.List;
import java.util.Optional;

/// Tells of names in templates that are no helpers.
final class UnknownHelpers {

    private UnknownHelpers() {}

    /// What to tell the author; empty if all names are known.
    static Optional<String> warning(Template template) {
        List<UnknownHelper> unknown = template.unknownHelpers();
        if (unknown.isEmpty()) {
            return Optional.empty();
        }
        UnknownHelper first = unknown.getFirst();
        String others = unknown.size() == 1 ? "" : ", and " + (unknown.size() - 1) + " more like it";
        return Optional.of("There is no helper \"" + first.name() + "\" (line " + first.line() + others
                + "). It renders nothing.");
    }
}
