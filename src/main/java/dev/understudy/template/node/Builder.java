package dev.understudy.template.node;

import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.path.PathLookup;
import dev.understudy.template.helper.Helper;
import dev.understudy.template.helper.HelperCall;
import dev.understudy.template.helper.registry.Helpers;
import dev.understudy.template.node.Expression.Constant;
import dev.understudy.template.node.Expression.ContextPath;
import dev.understudy.template.node.Expression.ParameterPath;
import dev.understudy.template.node.Expression.VariablePath;
import dev.understudy.template.scope.Mention;
import dev.understudy.template.scope.UnknownHelper;
import dev.understudy.template.syntax.Syntax;
import dev.understudy.template.syntax.Syntax.Block;
import dev.understudy.template.syntax.Syntax.Comment;
import dev.understudy.template.syntax.Syntax.Content;
import dev.understudy.template.syntax.Syntax.Head;
import dev.understudy.template.syntax.Syntax.Literal;
import dev.understudy.template.syntax.Syntax.Mustache;
import dev.understudy.template.syntax.Syntax.Named;
import dev.understudy.template.syntax.Syntax.Nested;
import dev.understudy.template.syntax.Syntax.Partial;
import dev.understudy.template.syntax.Syntax.Path;
import dev.understudy.template.syntax.SyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes nodes of what was written. For one template on one thread.
final class Builder {

    /// Helpers of the language itself, which are called even where a property of the context has their name.
    private static final Set<String> BUILT_IN =
            Set.of("helperMissing", "each", "if", "unless", "with", "log", "lookup");

    /// The names after `as |…|` of the programs around, from the inside.
    private final Deque<List<String>> parameters = new ArrayDeque<>();

    private final List<UnknownHelper> unknown = new ArrayList<>();
    private final Mentions mentions = new Mentions();

    /// The calls of helpers that there are not, as far as they can be told from properties.
    List<UnknownHelper> unknown() {
        return List.copyOf(unknown);
    }

    /// What it names in so many words.
    List<Mention> mentions() {
        return mentions.all();
    }

    Program program(Syntax.@Nullable Program program) throws SyntaxException {
        if (program == null) {
            return Program.EMPTY;
        }
        parameters.push(program.parameters());
        List<Statement> statements = new ArrayList<>();
        List<Program.Inline> inlines = new ArrayList<>();
        for (Syntax syntax : program.statements()) {
            switch (syntax) {
                case Content content -> {
                    if (!content.text().isEmpty()) {
                        statements.add(new Statement.Plain(content.text()));
                    }
                }
                case Comment _ -> {}
                case Mustache mustache -> statements.add(mustache(mustache));
                case Partial partial -> statements.add(partial(partial));
                case Block block when block.decorator() -> inlines.add(inline(block));
                case Block block -> statements.add(section(block));
            }
        }
        parameters.pop();
        return new Program(statements, inlines);
    }

    private Statement mustache(Mustache mustache) throws SyntaxException {
        if (mustache.decorator()) {
            throw unknownDecorator(mustache.head());
        }
        return new Statement.Value(head(mustache.head(), false), mustache.escaped());
    }

    private Statement section(Block block) throws SyntaxException {
        Head head = block.head();
        return new Statement.Section(
                head(head, false),
                new HelperCall.Site(path(head).original(), head.line(), Optional.empty()),
                program(block.program()),
                program(block.inverse()));
    }

    private Program.Inline inline(Block block) throws SyntaxException {
        Head head = block.head();
        if (!path(head).original().equals("inline")) {
            throw unknownDecorator(head);
        }
        mentions.inline(block);
        Expression name = head.arguments().isEmpty()
                ? new Constant(Undefined.UNDEFINED)
                : expression(head.arguments().getFirst());
        return new Program.Inline(name, program(block.program()));
    }

    private static SyntaxException unknownDecorator(Head head) {
        String name = path(head).original();
        return new SyntaxException(
                "Missing decorator: \"" + name + "\"",
                head.line(),
                "There is no {{*%s}}: after * stands inline only, as in {{#*inline 'name'}}. Take the * out."
                        .formatted(name));
    }

    private Statement partial(Partial partial) throws SyntaxException {
        Head head = partial.head();
        if (head.arguments().size() > 1) {
            throw new SyntaxException(
                    "Unsupported number of partial arguments: "
                            + head.arguments().size() + " - " + head.line() + ":" + partial.column(),
                    head.line(),
                    "A partial takes one value at most, as in {{> name value}}. Give more of them as key=value.");
        }
        mentions.partial(partial);
        Expression name = switch (head.name()) {
            case Nested(Head call) -> head(call, true);
            case Literal literal -> new Constant(new Text(literal.original()));
            case Path path -> new Constant(new Text(path.original()));
        };
        Expression context = head.arguments().isEmpty()
                ? new ContextPath(0, List.of())
                : expression(head.arguments().getFirst());
        Program content = partial.program() == null ? null : program(partial.program());
        return new PartialStatement(
                name, context, arguments(head), content, partial.indent().text());
    }

    private Expression expression(Syntax.Expression expression) throws SyntaxException {
        return switch (expression) {
            case Literal literal -> new Constant(literal.value());
            case Path path -> path(path);
            case Nested(Head head) -> head(head, true);
        };
    }

    /// What a name with its arguments comes to: a call, a property, or whichever of the two there is.
    private Expression head(Head head, boolean nested) throws SyntaxException {
        Path path = path(head);
        Expression property = path(path);
        boolean simple = path.depth() == 0 && path.parts().size() == 1 && !path.scoped();
        String name = simple ? path.parts().getFirst() : "";
        boolean builtIn = BUILT_IN.contains(name);
        boolean bare = !nested && head.arguments().isEmpty() && head.named().isEmpty();
        if ((property instanceof ParameterPath && simple) || (bare && !simple)) {
            return property;
        }
        Helper helper = simple ? Helpers.find(name).orElse(null) : null;
        if (simple && helper == null && !path.data() && (!bare || parameters.size() == 1)) {
            unknown.add(new UnknownHelper(path.original(), head.line()));
        }
        if (helper != null) {
            mentions.call(name, head);
        }
        HelperCall.Site site = new HelperCall.Site(path.original(), head.line(), literalPath(helper, head));
        Helper.Needs needs = helper == null ? Helper.Needs.NOTHING : helper.needs();
        return new Invocation(site, helper, needs, property, arguments(head), bare && !builtIn);
    }

    /// The path among the arguments, where it is a literal.
    private static Optional<PathLookup> literalPath(@Nullable Helper helper, Head head) {
        int index = helper == null ? -1 : helper.pathArgument();
        if (index < 0 || index >= head.arguments().size()) {
            return Optional.empty();
        }
        return head.arguments().get(index) instanceof Literal literal && literal.value() instanceof Text text
                ? Optional.of(PathLookup.of(text))
                : Optional.empty();
    }

    /// The last named argument comes first. Of two with one name, the first one written counts; what is said to be
    /// undefined is left out.
    private Arguments arguments(Head head) throws SyntaxException {
        List<Expression> positional = new ArrayList<>();
        for (Syntax.Expression argument : head.arguments()) {
            positional.add(expression(argument));
        }
        Map<String, Expression> named = new LinkedHashMap<>();
        for (Named value : head.named().reversed()) {
            boolean undefined = value.value() instanceof Literal literal && literal.value() == Undefined.UNDEFINED;
            if (!undefined) {
                named.put(value.name(), expression(value.value()));
            }
        }
        return new Arguments(positional, List.copyOf(named.keySet()), List.copyOf(named.values()));
    }

    private static Path path(Head head) {
        return switch (head.name()) {
            case Path path -> path;
            case Literal literal -> literal.asPath(head.line(), head.column());
            case Nested(Head call) -> path(call);
        };
    }

    private Expression path(Path path) {
        List<String> parts = path.parts();
        if (path.depth() == 0 && !path.scoped() && !parts.isEmpty()) {
            int level = 0;
            for (List<String> names : parameters) {
                if (names.contains(parts.getFirst())) {
                    return new ParameterPath(level, names.indexOf(parts.getFirst()), parts);
                }
                level++;
            }
        }
        return path.data() && !parts.isEmpty()
                ? new VariablePath(path.depth(), parts)
                : new ContextPath(path.depth(), parts);
    }
}
