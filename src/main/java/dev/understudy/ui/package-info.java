/// The web application; each part of it has a package of its own.
@NullMarked
package dev.understudy.ui;

import org.jspecify.annotations.NullMarked;
