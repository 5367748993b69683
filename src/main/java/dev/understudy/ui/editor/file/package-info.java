/// The files of an environment in the editor: their list, how they get there, and how a field names one.
@NullMarked
package dev.understudy.ui.editor.file;

import org.jspecify.annotations.NullMarked;
