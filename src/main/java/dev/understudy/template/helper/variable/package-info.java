/// Helpers that keep values, and give them back.
@NullMarked
package dev.understudy.template.helper.variable;

import org.jspecify.annotations.NullMarked;
