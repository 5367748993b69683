/// What the mock is asked, live, beside the editor.
@NullMarked
package dev.understudy.ui.editor.traffic;

import org.jspecify.annotations.NullMarked;
