/// The document: an environment as an immutable value made of typed nodes, and the schema that declares each kind and
/// field once.
@NullMarked
package dev.understudy.environment;

import org.jspecify.annotations.NullMarked;
