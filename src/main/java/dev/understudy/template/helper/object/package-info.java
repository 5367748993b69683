/// Helpers that make objects, and reach into them.
@NullMarked
package dev.understudy.template.helper.object;

import org.jspecify.annotations.NullMarked;
