/// All helpers by their names.
@NullMarked
package dev.understudy.template.helper.registry;

import org.jspecify.annotations.NullMarked;
