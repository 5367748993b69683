/// What clients send: the heads of their requests, taken apart from the bytes on the wire.
@NullMarked
package dev.understudy.hosting.intake;

import org.jspecify.annotations.NullMarked;
