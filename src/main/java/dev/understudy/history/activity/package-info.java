/// Who changed what and when, read from the log, newest first.
@NullMarked
package dev.understudy.history.activity;

import org.jspecify.annotations.NullMarked;
