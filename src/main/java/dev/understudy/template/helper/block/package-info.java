/// Helpers that print their block once, often, or not at all.
@NullMarked
package dev.understudy.template.helper.block;

import org.jspecify.annotations.NullMarked;
