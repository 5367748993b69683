/// What the readers of files say is wrong, in words of ours.
@NullMarked
package dev.understudy.format.mistake;

import org.jspecify.annotations.NullMarked;
