/// Helpers that make texts of texts.
@NullMarked
package dev.understudy.template.helper.text;

import org.jspecify.annotations.NullMarked;
