/// The files that belong to an environment and that its mock sends.
@NullMarked
package dev.understudy.asset;

import org.jspecify.annotations.NullMarked;
