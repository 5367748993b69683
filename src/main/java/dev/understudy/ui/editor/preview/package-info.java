/// What the response that is shown would be, as one types.
@NullMarked
package dev.understudy.ui.editor.preview;

import org.jspecify.annotations.NullMarked;
