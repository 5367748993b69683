/// What mocks were asked, kept in the database for as long as the operator wants.
@NullMarked
package dev.understudy.traffic.kept;

import org.jspecify.annotations.NullMarked;
