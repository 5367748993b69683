/// What a new server has to show: a sample environment in its first team, already answering.
@NullMarked
package dev.understudy.sample;

import org.jspecify.annotations.NullMarked;
