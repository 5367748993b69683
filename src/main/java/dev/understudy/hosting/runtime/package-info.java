/// A mock as a listener runs it: the version that answers now, and what outlives it.
@NullMarked
package dev.understudy.hosting.runtime;

import org.jspecify.annotations.NullMarked;
