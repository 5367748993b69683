package dev.understudy.template.helper;

import dev.understudy.js.JsValue;
import dev.understudy.template.scope.TemplateException;

/// The content of a block, ready to be printed as often as a helper wants. Belongs to one rendering.
public interface Block {

    /// A block without content.
    Block EMPTY = (context, frame, parameters, out) -> out.text();

    /// Prints the content.
    ///
    /// @param context what names in the content are looked up in
    /// @param frame the `@variables` of the content
    /// @param parameters the values for the names after `as |…|`
    void print(JsValue context, Frame frame, JsValue[] parameters, Output out) throws TemplateException;
}
