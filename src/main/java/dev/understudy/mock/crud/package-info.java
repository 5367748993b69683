/// CRUD routes: what their nine requests read from and do to a data bucket.
@NullMarked
package dev.understudy.mock.crud;

import org.jspecify.annotations.NullMarked;
