/// Ways into values: JSONPath as the reference's library understands it, and the look-up that helpers and rules share.
@NullMarked
package dev.understudy.js.path;

import org.jspecify.annotations.NullMarked;
