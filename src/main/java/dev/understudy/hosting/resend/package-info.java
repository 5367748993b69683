/// Requests of the past, sent once more to the mock that was asked.
@NullMarked
package dev.understudy.hosting.resend;

import org.jspecify.annotations.NullMarked;
