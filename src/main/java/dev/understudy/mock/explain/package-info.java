/// Says why a mock answered as it did, from the document that answered and what was noted on the way.
@NullMarked
package dev.understudy.mock.explain;

import org.jspecify.annotations.NullMarked;
