/// The small parts that the views are made of.
@NullMarked
package dev.understudy.ui.kit;

import org.jspecify.annotations.NullMarked;
