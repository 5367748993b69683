/// The public HTTP API, version 1.
@NullMarked
package dev.understudy.api;

import org.jspecify.annotations.NullMarked;
