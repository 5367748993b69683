/// Templates: text with expressions in double braces, in the dialect of Handlebars that mock files are written in.
@NullMarked
package dev.understudy.template;

import org.jspecify.annotations.NullMarked;
