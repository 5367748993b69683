/// Regular expressions in JavaScript's syntax and with its meaning, on an own machine that counts its steps.
@NullMarked
package dev.understudy.js.regex;

import org.jspecify.annotations.NullMarked;
