/// The forms of the editor, one for each kind of node.
@NullMarked
package dev.understudy.ui.editor.panel;

import org.jspecify.annotations.NullMarked;
