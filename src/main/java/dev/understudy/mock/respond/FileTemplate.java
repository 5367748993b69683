package dev.understudy.mock.respond;

import dev.understudy.mock.text.TextTemplate;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The content of a file as a template, read again only when the file has changed or its memory was needed elsewhere.
/// Any thread may call it.
public final class FileTemplate {

    private volatile SoftReference<@Nullable TextTemplate> last = new SoftReference<>(null);

    public TextTemplate of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextTemplate known = last.get();
        if (known == null || !known.source().equals(text)) {
            known = TextTemplate.of(text);
            last = new SoftReference<>(known);
        }
        return known;
    }
}
