package dev.understudy.mock;

import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.Header;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.template.TemplateException;
import java.util.List;
import java.util.function.BiConsumer;

/// The headers of one list of the document, their values read as templates once. Equal to others that were written
/// alike.
final class HeaderTemplates {

    private static final String FAILED = "-- Header parsing error, see logs for more details --";

    private final List<Header> written;
    private final List<TextTemplate> values;
    private final boolean constant;

    HeaderTemplates(List<Header> written) {
        this.written = List.copyOf(written);
        this.values = this.written.stream()
                .map(header -> TextTemplate.of(header.value()))
                .toList();
        this.constant = values.stream().allMatch(TextTemplate::isConstant);
    }

    /// Whether they are the same for each request.
    boolean areConstant() {
        return constant;
    }

    List<Header> written() {
        return written;
    }

    /// Whether one of this name has a value in the list, whatever comes of it.
    boolean contain(String name) {
        return written.stream()
                .anyMatch(header ->
                        header.name().equalsIgnoreCase(name) && !header.value().isEmpty());
    }

    /// Those that are constant, as they are; for lists that [#areConstant].
    void writeTo(HeaderSheet sheet) {
        sheet.writeAll(written);
    }

    void writeTo(HeaderSheet sheet, Visit visit) {
        render(visit, sheet::write);
    }

    /// Hands over names and rendered values, without those that are empty.
    void render(Visit visit, BiConsumer<String, String> sink) {
        for (int at = 0; at < written.size(); at++) {
            Header header = written.get(at);
            if (!header.name().isEmpty() && !header.value().isEmpty()) {
                sink.accept(header.name(), value(values.get(at), visit));
            }
        }
    }

    private static String value(TextTemplate template, Visit visit) {
        try {
            return template.render(visit);
        } catch (TemplateException failure) {
            visit.happened("HEADER_PARSING_ERROR", "Header parsing error: " + failure.getMessage());
            return FAILED;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeaderTemplates templates && written.equals(templates.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }
}
