package dev.understudy.template.scope;

import dev.understudy.js.JsValue;
import java.util.List;
import java.util.Optional;

/// Makes up data. One for each mock, so that a seed makes the mock's answers repeatable; any thread may call it.
public interface Faker {

    /// Whether a method is known, as `module.method`.
    boolean knows(String method);

    /// What the method makes up.
    ///
    /// @param arguments as the template gave them, named ones as one object at the end
    /// @return empty if there is no such method
    /// @throws RefusalException for arguments that the method refuses, or if the locale has no such data
    /// @throws TemplateException if it fails, or the budget is used up
    Optional<JsValue> call(String method, List<JsValue> arguments, Budget budget) throws TemplateException;
}
