/// Data buckets: named values that the requests of a mock share.
@NullMarked
package dev.understudy.mock.bucket;

import org.jspecify.annotations.NullMarked;
