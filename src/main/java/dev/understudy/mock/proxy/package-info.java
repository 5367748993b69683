/// Requests that another server answers.
@NullMarked
package dev.understudy.mock.proxy;

import org.jspecify.annotations.NullMarked;
