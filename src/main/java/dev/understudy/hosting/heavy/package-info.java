/// The threads for answers that take a while, shared fairly between listeners.
@NullMarked
package dev.understudy.hosting.heavy;

import org.jspecify.annotations.NullMarked;
