package dev.understudy.template.faker;

import dev.understudy.js.JsValue;
import dev.understudy.template.TemplateException;

/// A method of the faker.
@FunctionalInterface
interface Method {

    JsValue make(Ask ask) throws TemplateException;
}
