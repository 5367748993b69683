/// What a response would be, without a listener and without the network.
@NullMarked
package dev.understudy.hosting.preview;

import org.jspecify.annotations.NullMarked;
