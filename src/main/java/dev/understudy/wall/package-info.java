/// What keeps the application and its guests, the mocks, apart where a browser does not.
@NullMarked
package dev.understudy.wall;

import org.jspecify.annotations.NullMarked;
