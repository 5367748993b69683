/// Members, invitations and access tokens.
@NullMarked
package dev.understudy.ui.team;

import org.jspecify.annotations.NullMarked;
