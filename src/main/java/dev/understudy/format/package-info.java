/// Reading and writing environments in the formats of other tools.
@NullMarked
package dev.understudy.format;

import org.jspecify.annotations.NullMarked;
