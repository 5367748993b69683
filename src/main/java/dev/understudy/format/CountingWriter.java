package dev.understudy.format;

import java.io.StringWriter;
import java.util.function.LongConsumer;

/// Keeps the text that is written, and tells of its characters. Used by one thread, once.
final class CountingWriter extends StringWriter {

    private final LongConsumer effort;

    CountingWriter(LongConsumer effort) {
        this.effort = effort;
    }

    @Override
    public void write(int character) {
        effort.accept(1);
        super.write(character);
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        effort.accept(length);
        super.write(characters, offset, length);
    }

    @Override
    public void write(String text, int offset, int length) {
        effort.accept(length);
        super.write(text, offset, length);
    }
}
