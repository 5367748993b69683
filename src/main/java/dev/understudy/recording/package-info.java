/// Recordings: what other servers answer through the proxies of mocks is taken down, and becomes routes when somebody
/// says so.
@NullMarked
package dev.understudy.recording;

import org.jspecify.annotations.NullMarked;
