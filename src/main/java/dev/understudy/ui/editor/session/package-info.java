/// One browser tab's place in a room: what it sees of the document, the people and the mock, and what it can do.
@NullMarked
package dev.understudy.ui.editor.session;

import org.jspecify.annotations.NullMarked;
