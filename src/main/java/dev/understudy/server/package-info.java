/// The server process: its data folder, the PostgreSQL it brings along, and what it says once it is ready.
@NullMarked
package dev.understudy.server;

import org.jspecify.annotations.NullMarked;
