package dev.understudy.mock.respond;

import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.WireHeader;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.function.BiConsumer;

/// The headers of one list of the document, their values read as templates once. Equal to others that were written
/// alike.
public final class HeaderTemplates {

    private static final String FAILED = "-- Header parsing error, see logs for more details --";

    private final List<WireHeader> written;
    private final List<TextTemplate> values;
    private final boolean constant;

    public HeaderTemplates(List<WireHeader> written) {
        this.written = List.copyOf(written);
        this.values = this.written.stream()
                .map(header -> TextTemplate.of(header.value()))
                .toList();
        this.constant = values.stream().allMatch(TextTemplate::isConstant);
    }

    /// Whether they are the same for each request.
    public boolean areConstant() {
        return constant;
    }

    public List<WireHeader> written() {
        return written;
    }

    /// Whether one of this name has a value in the list, whatever comes of it.
    boolean contain(String name) {
        return written.stream()
                .anyMatch(header ->
                        header.name().equalsIgnoreCase(name) && !header.value().isEmpty());
    }

    /// Those that are constant, as they are; for lists that [#areConstant].
    public void writeTo(HeaderSheet sheet) {
        sheet.writeAll(written);
    }

    public void writeTo(HeaderSheet sheet, RequestContext context) {
        render(context, sheet::write);
    }

    /// Hands over names and rendered values, without those that are empty.
    public void render(RequestContext context, BiConsumer<String, String> sink) {
        for (int at = 0; at < written.size(); at++) {
            WireHeader header = written.get(at);
            if (!header.name().isEmpty() && !header.value().isEmpty()) {
                sink.accept(header.name(), value(values.get(at), context));
            }
        }
    }

    private static String value(TextTemplate template, RequestContext context) {
        try {
            return template.render(context);
        } catch (TemplateException failure) {
            context.happened("HEADER_PARSING_ERROR", "Header parsing error: " + failure.getMessage());
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
