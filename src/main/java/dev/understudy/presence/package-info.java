/// Who is where in a room right now.
@NullMarked
package dev.understudy.presence;

import org.jspecify.annotations.NullMarked;
