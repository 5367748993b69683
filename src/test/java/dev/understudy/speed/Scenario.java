package dev.understudy.speed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something that a mock is often asked for: the path and query of the request and a header that goes with it; what
/// ours has to reach of what a bare server and of what WireMock does; whether WireMock can do it at all.
enum Scenario {
    STATIC("static JSON of 1 kB", "/static", "", 0.85, 0, true),
    TEMPLATED("ten items with faker and uuid", "/templated", "", 0, 2, true),
    RULES("ten responses by query and header", "/rules?kind=k9", "X-Kind: h9", 0.60, 0, true),
    LAST("last of 1,000 routes", "/route999/7", "", 0.80, 0, true),
    CRUD("10,000 items filtered, sorted, paged", "/items?group_eq=7&sort=name&page=2&limit=10", "", 0, 0, false),
    ECHO("WebSocket echo", "/echo", "", 0, 0, false);

    private static final double LEAST_OF_MOCKOON = 10;

    private final String label;
    private final String target;
    private final String header;
    private final double leastOfBare;
    private final double leastOfWireMock;
    private final boolean wireMock;

    Scenario(String label, String target, String header, double leastOfBare, double leastOfWireMock, boolean wireMock) {
        this.label = label;
        this.target = target;
        this.header = header;
        this.leastOfBare = leastOfBare;
        this.leastOfWireMock = leastOfWireMock;
        this.wireMock = wireMock;
    }

    String label() {
        return label;
    }

    String target() {
        return target;
    }

    Optional<String> header() {
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    /// What is missed by figures that are so many times those of the others; empty if nothing is.
    String missed(double timesBare, double timesWireMock, double timesMockoon) {
        List<String> missed = new ArrayList<>();
        if (timesBare < leastOfBare) {
            missed.add("%.2f of bare".formatted(leastOfBare));
        }
        if (timesWireMock < leastOfWireMock) {
            missed.add("%.0f x WireMock".formatted(leastOfWireMock));
        }
        if (timesMockoon < LEAST_OF_MOCKOON) {
            missed.add("%.0f x Mockoon".formatted(LEAST_OF_MOCKOON));
        }
        return missed.isEmpty() ? "" : "; misses " + String.join(", ", missed);
    }

    boolean isSocket() {
        return this == ECHO;
    }

    /// Whether a server that can do nothing but answer with a constant, and echo, stands for the limit.
    boolean suitsBare() {
        return this == STATIC || this == ECHO;
    }

    /// What of the bare server is the limit for it.
    Scenario limit() {
        return isSocket() ? ECHO : STATIC;
    }

    boolean suitsWireMock() {
        return wireMock;
    }
}
