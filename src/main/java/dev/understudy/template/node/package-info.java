/// Templates ready to be rendered: trees of immutable nodes, with helpers already found and literals already read.
@NullMarked
package dev.understudy.template.node;

import org.jspecify.annotations.NullMarked;
