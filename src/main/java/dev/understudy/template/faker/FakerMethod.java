package dev.understudy.template.faker;

import dev.understudy.js.JsValue;
import dev.understudy.template.scope.TemplateException;

/// A method of the faker.
@FunctionalInterface
interface FakerMethod {

    JsValue make(Ask ask) throws TemplateException;
}
