/// The editor of one environment: its top bar, its tree and the selected node.
@NullMarked
package dev.understudy.ui.editor;

import org.jspecify.annotations.NullMarked;
