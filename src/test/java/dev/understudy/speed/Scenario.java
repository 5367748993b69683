package dev.understudy.speed;

import java.util.Optional;

/// Something that a mock is often asked for: the path and query of the request and a header that goes with it; the
/// share that ours has to reach of what a bare server with a constant answer does; whether WireMock can do it, too.
enum Scenario {
    STATIC("static JSON of 1 kB", "/static", "", 0.85, true),
    TEMPLATED("ten items with faker and uuid", "/templated", "", 0, true),
    RULES("ten responses by query and header", "/rules?kind=k9", "X-Kind: h9", 0.60, true),
    LAST("last of 1,000 routes", "/route999/7", "", 0.80, true),
    CRUD("10,000 items filtered, sorted, paged", "/items?group_eq=7&sort=name&page=2&limit=10", "", 0, false);

    private final String label;
    private final String target;
    private final String header;
    private final double leastOfBare;
    private final boolean wireMock;

    Scenario(String label, String target, String header, double leastOfBare, boolean wireMock) {
        this.label = label;
        this.target = target;
        this.header = header;
        this.leastOfBare = leastOfBare;
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

    /// 0 if nothing is asked.
    double leastOfBare() {
        return leastOfBare;
    }

    boolean suitsWireMock() {
        return wireMock;
    }
}
