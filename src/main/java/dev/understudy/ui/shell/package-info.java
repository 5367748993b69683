/// The frame around every view: navigation, account, connection state.
@NullMarked
package dev.understudy.ui.shell;

import org.jspecify.annotations.NullMarked;
