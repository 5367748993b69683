/// Documents of the past: what is different between two of them, and the way back.
@NullMarked
package dev.understudy.history.past;

import org.jspecify.annotations.NullMarked;
