package dev.understudy.ui.home;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Where in a file something is, in words. Pure.
final class FilePlace {

    /// Says of a whole file which version made it, and nobody wrote it by hand.
    private static final String VERSION = "/lastMigration";

    private FilePlace() {}

    /// As an addition to a sentence; empty if it is the whole file.
    ///
    /// @param place a line, or a JSON pointer such as `/routes/3/method`
    static String words(String place) {
        if (place.isEmpty() || place.equals(VERSION)) {
            return "";
        }
        return place.startsWith("/")
                ? " (in "
                        + Arrays.stream(place.substring(1).split("/", -1))
                                .map(FilePlace::step)
                                .collect(Collectors.joining(", "))
                        + ")"
                : " (at " + place + ")";
    }

    /// People count from one.
    private static String step(String step) {
        return step.matches("\\d{1,9}")
                ? "number " + (Integer.parseInt(step) + 1)
                : step.replace("~1", "/").replace("~0", "~");
    }
}
