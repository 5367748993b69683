/// What the listeners of all processes are asked, for whoever looks at it in one of them.
@NullMarked
package dev.understudy.hosting.traffic;

import org.jspecify.annotations.NullMarked;
