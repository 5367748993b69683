package dev.understudy.ui.kit;

import java.util.Locale;

/// A number of bytes as people say it: "873 B", "12 KB", "1.4 MB". Pure.
public final class ByteCount {

    private static final long KILO = 1024;

    private ByteCount() {}

    public static String of(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        if (Math.round((double) bytes / KILO) < KILO) {
            return Math.round((double) bytes / KILO) + " KB";
        }
        double mega = (double) bytes / KILO / KILO;
        String text = String.format(Locale.ENGLISH, "%.1f", mega);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " MB";
    }
}
