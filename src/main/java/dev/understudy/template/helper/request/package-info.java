/// Helpers that tell of the request, and choose the status of its response.
@NullMarked
package dev.understudy.template.helper.request;

import org.jspecify.annotations.NullMarked;
