/// Dates as JavaScript reads them, and as the reference's library writes them.
@NullMarked
package dev.understudy.js.date;

import org.jspecify.annotations.NullMarked;
