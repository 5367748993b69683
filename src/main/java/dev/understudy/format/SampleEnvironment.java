package dev.understudy.format;

import dev.understudy.environment.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;

/// The environment that a new server starts with: the API of a coffee shop, from a file that comes along.
public final class SampleEnvironment {

    private static final String FILE = "/samples/coffee-shop.json";

    private SampleEnvironment() {}

    /// The same nodes every time, but for the ids of headers.
    public static Environment coffeeShop(RandomGenerator ids) {
        return switch (MockoonImport.read(file(), ids)) {
            case ImportResult.Imported imported -> imported.environment();
            case ImportResult.Refused refused -> throw new IllegalStateException(FILE + ": " + refused.message());
        };
    }

    private static byte[] file() {
        try (InputStream in = SampleEnvironment.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
