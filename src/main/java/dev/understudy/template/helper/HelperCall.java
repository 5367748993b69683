package dev.understudy.template.helper;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.SafeText;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.js.path.PathLookup;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.Scope;
import dev.understudy.template.scope.TemplateException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// One call of a helper: what it was given, and where.
public final class HelperCall {

    /// Where a call stands in its template.
    ///
    /// @param name of the helper, as it was written
    /// @param line counted from 1
    /// @param path the argument that is a path, if it is a literal
    public record Site(String name, int line, Optional<PathLookup> path) {}

    /// The content of the block that a call opens.
    ///
    /// @param inverse what stands after `{{else}}`
    public record Body(Block content, Block inverse) {

        /// Of a call that opens no block.
        public static final Body NONE = new Body(Block.EMPTY, Block.EMPTY);
    }

    private final Site site;
    private final Scope scope;
    private final JsValue context;
    private final Frame frame;
    private final JsValue[] arguments;
    private final JsObject named;
    private final Body body;

    /// @param arguments nobody writes to any more
    public HelperCall(
            Site site, Scope scope, JsValue context, Frame frame, JsValue[] arguments, JsObject named, Body body) {
        this.site = site;
        this.scope = scope;
        this.context = context;
        this.frame = frame;
        this.arguments = arguments;
        this.named = named;
        this.body = body;
    }

    /// The name by which the helper was called.
    public String name() {
        return site.name();
    }

    /// The line of the template, counted from 1.
    public int line() {
        return site.line();
    }

    public Scope scope() {
        return scope;
    }

    public Budget budget() {
        return scope.budget();
    }

    /// How many arguments were given, named ones apart.
    public int count() {
        return arguments.length;
    }

    /// Undefined if so many were not given.
    public JsValue argument(int index) {
        return index < arguments.length ? arguments[index] : Undefined.UNDEFINED;
    }

    /// An argument, of a safe text the string.
    public JsValue plain(int index) {
        return argument(index) instanceof SafeText(String text) ? new Text(text) : argument(index);
    }

    /// An argument; in the place after the last one, the object that the reference's helpers take for one there.
    public JsValue argumentOrOptions(int index) {
        return index == arguments.length ? options() : argument(index);
    }

    /// What the reference hands to a helper about its call.
    public JsObject options() {
        return JsObject.builder()
                .set("name", new Text(site.name()))
                .set("hash", named)
                .build();
    }

    /// The path that an argument is.
    public PathLookup path(int index) {
        return site.path().isPresent() ? site.path().get() : PathLookup.of(plain(index));
    }

    public List<JsValue> arguments() {
        return Collections.unmodifiableList(Arrays.asList(arguments));
    }

    /// The arguments `name=value`, the last one written first.
    public JsObject named() {
        return named;
    }

    /// What names around the call are looked up in.
    public JsValue context() {
        return context;
    }

    public Frame frame() {
        return frame;
    }

    /// Whether the call opens a block.
    @SuppressWarnings("ReferenceEquality") // the one object that stands for "no block"
    public boolean hasBlock() {
        return body != Body.NONE;
    }

    /// Complains in the reference's words, if the call opens no block.
    public void requireBlock() throws TemplateException {
        if (!hasBlock()) {
            throw new TemplateException("options.fn is not a function");
        }
    }

    /// Prints the block, with the variables of the surroundings.
    public void printBlock(JsValue blockContext, Output out) throws TemplateException {
        requireBlock();
        body.content().print(blockContext, frame, new JsValue[0], out);
    }

    /// Prints what stands after `{{else}}`.
    public void printInverse(Output out) throws TemplateException {
        if (!hasBlock()) {
            throw new TemplateException("options.inverse is not a function");
        }
        body.inverse().print(context, frame, new JsValue[0], out);
    }

    /// The block and what stands after its `{{else}}`.
    public Body body() {
        return body;
    }
}
