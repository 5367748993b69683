/// Made-up data: the methods of faker-js, with data of Datafaker and short lists of our own.
@NullMarked
package dev.understudy.template.faker;

import org.jspecify.annotations.NullMarked;
