/// JavaScript's values, as far as they can be seen on the wire: how they convert, compare, print and turn into JSON.
@NullMarked
package dev.understudy.js;

import org.jspecify.annotations.NullMarked;
