/// What a template sees while it is rendered, what that may cost, and how it fails.
@NullMarked
package dev.understudy.template.scope;

import org.jspecify.annotations.NullMarked;
