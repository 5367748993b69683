/// From the document to routes that are ready to answer, and what their authors should know.
@NullMarked
package dev.understudy.mock.compile;

import org.jspecify.annotations.NullMarked;
