package dev.understudy.mock.text;

import dev.understudy.template.Template;
import dev.understudy.template.scope.TemplateException;
import dev.understudy.template.syntax.Mistake;

/// A text that an author wrote, read once. Immutable; any thread may render it.
public sealed interface TextTemplate {

    /// What the author wrote.
    String source();

    /// It is always the same.
    record Constant(String source) implements TextTemplate {}

    /// It depends on something.
    record Rendered(String source, Template template) implements TextTemplate {}

    /// It can't be read as a template.
    ///
    /// @param message in the reference's words
    /// @param mistake in plain words, with its place
    record Broken(String source, String message, Mistake mistake) implements TextTemplate {}

    /// Renders a template.
    @FunctionalInterface
    interface Renderer {
        String render(Template template) throws TemplateException;
    }

    static TextTemplate of(String source) {
        if (!source.contains("{{")) {
            return new Constant(source);
        }
        return switch (Template.parse(source)) {
            case Template.Parsing.Parsed(Template template) -> new Rendered(source, template);
            case Template.Parsing.Malformed(String message, int _, Mistake mistake) ->
                new Broken(source, message, mistake);
        };
    }

    default boolean isConstant() {
        return this instanceof Constant;
    }

    /// The text that comes of it.
    ///
    /// @throws TemplateException if it can't be read, or rendering it fails
    default String render(Renderer renderer) throws TemplateException {
        return switch (this) {
            case Constant(String source) -> source;
            case Rendered(String _, Template template) -> renderer.render(template);
            case Broken(String _, String message, Mistake _) -> throw new TemplateException(message);
        };
    }

    /// The text that comes of it, or what the author wrote if that fails.
    default String renderOrSource(Renderer renderer) {
        try {
            return render(renderer);
        } catch (TemplateException failure) {
            return source();
        }
    }
}
