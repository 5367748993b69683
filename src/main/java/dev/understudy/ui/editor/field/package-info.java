/// Single values and lists of a node on the screen, live: they show what the document has and submit what is done.
@NullMarked
package dev.understudy.ui.editor.field;

import org.jspecify.annotations.NullMarked;
