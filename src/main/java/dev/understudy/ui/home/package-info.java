/// The list of a team's environments.
@NullMarked
package dev.understudy.ui.home;

import org.jspecify.annotations.NullMarked;
