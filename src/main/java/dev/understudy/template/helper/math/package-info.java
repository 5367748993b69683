/// Helpers that calculate and compare.
@NullMarked
package dev.understudy.template.helper.math;

import org.jspecify.annotations.NullMarked;
