package dev.understudy.hosting.listener;

import dev.understudy.hosting.runtime.MockRuntime;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;

/// A listener of this process, for who has to reach it from within.
///
/// @param address where it is reached from this machine
/// @param secure whether it speaks TLS there
/// @param stillThere whether it is bound there at this moment, and was without a break since this was made
public record ListenerHere(MockRuntime mock, InetSocketAddress address, boolean secure, BooleanSupplier stillThere) {}
