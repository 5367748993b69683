package dev.understudy.speed;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is sent in the measurements.
final class Bodies {

    static final String KILOBYTE = IntStream.range(0, 12)
            .mapToObj(
                    "{\"id\":%1$d,\"name\":\"item number %1$d\",\"price\":%1$d.5,\"tags\":[\"a\",\"b\"],\"on\":true}"
                            ::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    static final String TEMPLATE =
            "[{{#repeat 10}}{\"id\":\"{{uuid}}\",\"name\":\"{{faker 'person.firstName'}}\",\"n\":{{@index}} }{{/repeat}}]";

    /// The nearest that WireMock's templates come to it.
    static final String WIREMOCK_TEMPLATE = IntStream.range(0, 10)
            .mapToObj(
                    "{\"id\":\"{{randomValue type='UUID'}}\",\"name\":\"{{randomValue length=7 type='ALPHABETIC'}}\",\"n\":%d}"
                            ::formatted)
            .collect(Collectors.joining(",", "[", "]"));

    private Bodies() {}

    static String items() {
        return IntStream.range(0, 10_000)
                .mapToObj(id ->
                        "{\"id\":%d,\"group\":%d,\"name\":\"item %d\"}".formatted(id, id % 20, (id * 7_919) % 10_007))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
