/// Who is where right now.
@NullMarked
package dev.understudy.presence;

import org.jspecify.annotations.NullMarked;
