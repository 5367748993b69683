/// Who changed what: the list beside the editor, what a change did, and the ways back.
@NullMarked
package dev.understudy.ui.editor.activity;

import org.jspecify.annotations.NullMarked;
