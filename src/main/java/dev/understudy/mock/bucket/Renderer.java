package dev.understudy.mock.bucket;

import dev.understudy.template.Template;
import dev.understudy.template.scope.Buckets;
import dev.understudy.template.scope.TemplateException;

/// Renders a template, with what its place lets it see.
@FunctionalInterface
public interface Renderer {

    /// The text that comes of it.
    ///
    /// @param visible the buckets that it may read
    String render(Template template, Buckets visible) throws TemplateException;
}
