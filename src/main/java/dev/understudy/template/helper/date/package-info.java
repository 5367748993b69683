/// The helpers of dates and times.
@NullMarked
package dev.understudy.template.helper.date;

import org.jspecify.annotations.NullMarked;
