/// From the text of a template to a tree of what was written: the reference's grammar, its rules about white space, and
/// its words for what is wrong.
@NullMarked
package dev.understudy.template.syntax;

import org.jspecify.annotations.NullMarked;
