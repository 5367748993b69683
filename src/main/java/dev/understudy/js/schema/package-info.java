/// JSON Schema, draft 07, as strict as the reference's validator. Nothing is ever fetched.
@NullMarked
package dev.understudy.js.schema;

import org.jspecify.annotations.NullMarked;
