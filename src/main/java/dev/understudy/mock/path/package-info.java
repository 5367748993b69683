/// Paths of routes: what their authors wrote, and which requests it takes.
@NullMarked
package dev.understudy.mock.path;

import org.jspecify.annotations.NullMarked;
