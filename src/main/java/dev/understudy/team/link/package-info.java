/// Links that let whoever has one read one environment, without an account.
@NullMarked
package dev.understudy.team.link;

import org.jspecify.annotations.NullMarked;
