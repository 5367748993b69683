/// The threads on which the server does long work for people, in turns.
@NullMarked
package dev.understudy.server.heavy;

import org.jspecify.annotations.NullMarked;
