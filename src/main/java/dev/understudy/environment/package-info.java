/// The document: an environment as an immutable value, its nodes, and the schema that declares every field once.
@NullMarked
package dev.understudy.environment;

import org.jspecify.annotations.NullMarked;
