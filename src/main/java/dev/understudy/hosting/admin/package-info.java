/// The admin API that each listener answers under `/mockoon-admin`, for programs that know its token.
@NullMarked
package dev.understudy.hosting.admin;

import org.jspecify.annotations.NullMarked;
