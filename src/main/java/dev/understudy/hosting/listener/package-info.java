/// Which listeners run, where, and on which port: what is wanted stands in the database, and each process runs its part
/// of it.
@NullMarked
package dev.understudy.hosting.listener;

import org.jspecify.annotations.NullMarked;
