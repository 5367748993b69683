/// The application's cookies between the browser and everything else: their names on the wire, which of them are
/// believed, and heads that somebody has made too large with cookies of their own.
@NullMarked
package dev.understudy.security.cookie;

import org.jspecify.annotations.NullMarked;
