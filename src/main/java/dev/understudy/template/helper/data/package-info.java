/// Helpers that read and change data buckets.
@NullMarked
package dev.understudy.template.helper.data;

import org.jspecify.annotations.NullMarked;
