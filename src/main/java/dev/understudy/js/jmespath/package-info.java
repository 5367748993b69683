/// JMESPath in the dialect of its community: with variables, arithmetic and a choice between two.
@NullMarked
package dev.understudy.js.jmespath;

import org.jspecify.annotations.NullMarked;
