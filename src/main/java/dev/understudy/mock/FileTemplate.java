package dev.understudy.mock;

import dev.understudy.mock.text.TextTemplate;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The content of a file as a template, read again only when the file has changed. Any thread may call it.
final class FileTemplate {

    private volatile @Nullable TextTemplate last;

    TextTemplate of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextTemplate known = last;
        if (known == null || !known.source().equals(text)) {
            known = TextTemplate.of(text);
            last = known;
        }
        return known;
    }
}
