/// What other servers were seen to answer, and the routes by which a mock answers the same. Pure.
@NullMarked
package dev.understudy.observed;

import org.jspecify.annotations.NullMarked;
