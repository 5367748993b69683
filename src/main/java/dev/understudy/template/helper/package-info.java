/// What a helper of a template is, what it is given, and which helpers there are; the helpers themselves stand in the
/// packages below, each in a file of its own.
@NullMarked
package dev.understudy.template.helper;

import org.jspecify.annotations.NullMarked;
