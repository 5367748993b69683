/// Why a request was answered as it was: what mocks say of it, and what people and programs are shown. Pure.
@NullMarked
package dev.understudy.why;

import org.jspecify.annotations.NullMarked;
