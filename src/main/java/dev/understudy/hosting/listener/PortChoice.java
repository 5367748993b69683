package dev.understudy.hosting.listener;

import java.io.IOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Which ports are tried for a listener, and what is said when none can be had.
final class PortChoice {

    private PortChoice() {}

    /// Exactly the port, or why not.
    static Optional<String> refusal(int port, PortRange allowed) {
        return allowed.contains(port)
                ? Optional.empty()
                : Optional.of(
                        "Port %d is outside of the ports that listeners may take here (%s). Choose one of those, or none to get a free one."
                                .formatted(port, allowed));
    }

    /// The allowed ones of the preferred, then all others of the range.
    static List<Integer> candidates(List<Integer> preferred, PortRange allowed) {
        Set<Integer> ports = new LinkedHashSet<>();
        preferred.stream().filter(allowed::contains).forEach(ports::add);
        IntStream.rangeClosed(allowed.first(), allowed.last()).forEach(ports::add);
        return new ArrayList<>(ports);
    }

    /// Whether binding a port failed because somebody else has it.
    static boolean isTaken(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("in use");
    }

    /// Why binding the port failed, in words for people.
    static String explain(int port, PortRange allowed, IOException failure) {
        String told = String.valueOf(failure.getMessage());
        if (told.contains("Permission denied")) {
            return "Port %d is reserved by the operating system for privileged programs. Choose one above 1023."
                    .formatted(port);
        }
        if (told.contains("assign requested address")) {
            return "The address set in UNDERSTUDY_LISTENER_ADDRESS is not one of this machine. The operator of the server can change it.";
        }
        return failure instanceof BindException
                ? "Port %d is taken by another program or listener. Choose another one of %s, or none to get a free one."
                        .formatted(port, allowed)
                : "Port %d could not be opened (%s). Choose another one, or none to get a free one."
                        .formatted(port, told);
    }

    /// What is said when all ports were tried.
    static String noneFree(PortRange allowed) {
        return "All ports that listeners may take here (%s) are taken. Stop another listener, or ask the operator for more ports."
                .formatted(allowed);
    }
}
