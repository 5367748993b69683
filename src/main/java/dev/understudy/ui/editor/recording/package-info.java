/// Recordings and archives in the editor: what is recorded now, and what becomes of it.
@NullMarked
package dev.understudy.ui.editor.recording;

import org.jspecify.annotations.NullMarked;
