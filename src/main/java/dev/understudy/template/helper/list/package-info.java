/// Helpers that make lists, and take from them.
@NullMarked
package dev.understudy.template.helper.list;

import org.jspecify.annotations.NullMarked;
