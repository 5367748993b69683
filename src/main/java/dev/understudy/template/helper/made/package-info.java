/// The helpers that make up data.
@NullMarked
package dev.understudy.template.helper.made;

import org.jspecify.annotations.NullMarked;
