/// The helpers that find something inside of values.
@NullMarked
package dev.understudy.template.helper.find;

import org.jspecify.annotations.NullMarked;
