package dev.understudy.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/// Ports for the listeners and programs of tests. Nobody gets the same ones twice, and the journeys, which may run at
/// the same time,
/// have others. Integration tests run in one JVM; what a second one would get are the ports of the journeys.
public final class TestPorts {

    private static final int FIRST = 10_000;

    /// Maven numbers its JVMs from 1.
    private static final int EACH_JVM = 12_000;

    private static final int END = FIRST + EACH_JVM * Integer.getInteger("fork", 1);

    private static final AtomicInteger NEXT = new AtomicInteger(END - EACH_JVM);

    private TestPorts() {}

    /// The first of so many ports in a row.
    public static int take(int count) {
        int first = NEXT.getAndAdd(count);
        if (first + count > END) {
            throw new IllegalStateException("The tests of this JVM have taken all of their ports");
        }
        return first;
    }

    /// One for a program that must be told its port. Those that the system gives out (`new ServerSocket(0)`) are not
    /// for that: until the program starts, any connection may get the same one.
    public static int takeFree() {
        while (true) {
            int port = take(1);
            try (ServerSocket _ = new ServerSocket(port)) {
                return port;
            } catch (IOException _) {
                // another program has it
            }
        }
    }

    /// So many ports, as `understudy.listener.ports` has them.
    public static String range(int count) {
        int first = take(count);
        return first + "-" + (first + count - 1);
    }
}
