package dev.understudy.template;

/// A parsed template. Immutable; any thread may render it.
public final class Template {

    /// What reading a text as a template came to.
    public sealed interface Parsing {
        record Parsed(Template template) implements Parsing {}

        /// It is no template.
        ///
        /// @param message in the reference's words, several lines with the place marked
        /// @param line counted from 1
        record Malformed(String message, int line) implements Parsing {}
    }

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    public static Parsing parse(String source) {
        return new Parsing.Parsed(new Template(source));
    }

    /// Whether it renders to the same text always: it has no expressions.
    public boolean isConstant() {
        return true;
    }

    /// The text that comes of it.
    ///
    /// @throws TemplateException if a helper fails or the budget is used up
    public String render(Scope scope) throws TemplateException {
        scope.budget().characters(text.length());
        return text;
    }
}
