/// The rooms: each puts the changes of one branch in order, commits them and sends them to everyone in it.
@NullMarked
package dev.understudy.collab;

import org.jspecify.annotations.NullMarked;
