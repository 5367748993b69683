/// Who is asking: the filter chains for browsers and for tokens, the hashing of passwords, and the headers that defend
/// the pages.
@NullMarked
package dev.understudy.security;

import org.jspecify.annotations.NullMarked;
