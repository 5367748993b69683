/// Who is asking: the filter chains for browsers and for tokens, and the hashing of passwords and tokens.
@NullMarked
package dev.understudy.security;

import org.jspecify.annotations.NullMarked;
