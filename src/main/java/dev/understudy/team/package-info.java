/// Users, teams and roles, and `Access`, the proof that somebody may act on an environment.
@NullMarked
package dev.understudy.team;

import org.jspecify.annotations.NullMarked;
