/// Accounts: how people get one, prove that it is theirs, and hand a part of their rights to a program by access token.
@NullMarked
package dev.understudy.team.account;

import org.jspecify.annotations.NullMarked;
