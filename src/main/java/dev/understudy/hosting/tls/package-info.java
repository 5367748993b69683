/// What listeners need to speak TLS.
@NullMarked
package dev.understudy.hosting.tls;

import org.jspecify.annotations.NullMarked;
