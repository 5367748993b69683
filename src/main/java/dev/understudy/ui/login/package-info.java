/// Signing in, accepting an invitation, and creating the first owner.
@NullMarked
package dev.understudy.ui.login;

import org.jspecify.annotations.NullMarked;
