/// Everything that a database of Understudy holds, as one file and back: the commands `backup` and `restore`.
@NullMarked
package dev.understudy.server.backup;

import org.jspecify.annotations.NullMarked;
