package dev.understudy.template.node;

import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.Mention;
import dev.understudy.template.scope.Mention.Subject;
import dev.understudy.template.syntax.Syntax.Block;
import dev.understudy.template.syntax.Syntax.Expression;
import dev.understudy.template.syntax.Syntax.Head;
import dev.understudy.template.syntax.Syntax.Literal;
import dev.understudy.template.syntax.Syntax.Nested;
import dev.understudy.template.syntax.Syntax.Partial;
import dev.understudy.template.syntax.Syntax.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gathers what a template names in so many words while it is built. For one template on one thread.
final class Mentions {

    private final List<Mention> found = new ArrayList<>();
    private final Set<String> inlines = new HashSet<>();
    private boolean hasUnknownInlines;

    /// A call of a helper that there is.
    void call(String helper, Head head) {
        switch (helper) {
            case "data", "dataRaw" -> bucket(head, 0);
            case "setData" -> bucket(head, 1);
            case "faker" -> {
                if (head.arguments().isEmpty()) {
                    found.add(new Mention(Subject.FAKER_METHOD, "", head.line()));
                }
                text(head, 0).ifPresent(name -> found.add(new Mention(Subject.FAKER_METHOD, name, head.line())));
            }
            default -> {}
        }
    }

    /// A tag that prints a partial. One with a content of its own prints that if there is no such partial.
    void partial(Partial partial) {
        String name = switch (partial.head().name()) {
            case Nested _ -> "";
            case Literal literal -> literal.original();
            case Path path -> path.original();
        };
        if (partial.program() == null && !name.isEmpty() && !name.startsWith("@")) {
            found.add(new Mention(Subject.PARTIAL, name, partial.head().line()));
        }
    }

    /// A partial that the template defines.
    void inline(Block block) {
        Optional<String> name = text(block.head(), 0);
        name.ifPresent(inlines::add);
        hasUnknownInlines |= name.isEmpty();
    }

    /// What is named, without the partials that the template may define somewhere.
    List<Mention> all() {
        return found.stream()
                .filter(mention -> mention.subject() != Subject.PARTIAL
                        || (!hasUnknownInlines && !inlines.contains(mention.name())))
                .toList();
    }

    private void bucket(Head head, int index) {
        text(head, index).ifPresent(name -> found.add(new Mention(Subject.BUCKET, name, head.line())));
    }

    private static Optional<String> text(Head head, int index) {
        List<Expression> arguments = head.arguments();
        return index < arguments.size()
                        && arguments.get(index) instanceof Literal literal
                        && literal.value() instanceof Text(String text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
