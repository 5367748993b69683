/// What clients send, as values: queries, forms, cookies, and bodies of the types that are parsed.
@NullMarked
package dev.understudy.mock.request;

import org.jspecify.annotations.NullMarked;
