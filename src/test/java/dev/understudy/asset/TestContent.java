package dev.understudy.asset;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Files read to their end.
public final class TestContent {

    private TestContent() {}

    public static byte[] bytes(AssetContent content) {
        try (var in = content.bytes()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
