package dev.understudy.mock.respond;

import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.ByteRange;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.mock.wire.MimeTypes;
import dev.understudy.template.scope.StatusChoice;
import dev.understudy.template.scope.TemplateException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Makes an answer out of a file, for one request on one thread.
record FileMaker(
        ResponseRenderer maker,
        RequestContext context,
        CompiledResponse response,
        HeaderSheet sheet,
        BodySource.OfFile source) {

    private static final int NOT_FOUND = 404;
    private static final int PARTIAL = 206;
    private static final int MALFORMED_RANGE = 400;
    private static final int NO_SUCH_RANGE = 416;

    private static final Set<String> RENDERED = Set.of(
            "application/json",
            "text/html",
            "text/css",
            "text/csv",
            "application/javascript",
            "application/typescript",
            "text/plain",
            "application/xhtml+xml",
            "application/xml",
            "text/x-handlebars-template");

    /// Whether files of this name are templates.
    static boolean isRendered(String name) {
        return MimeTypes.of(name).filter(RENDERED::contains).isPresent() || name.endsWith(".handlebars");
    }

    MockResponse make() {
        String name;
        try {
            name = source.path().file(context);
        } catch (TemplateException failure) {
            return maker.refused("Error while serving the content: " + failure.getMessage());
        }
        Optional<String> type = MimeTypes.of(name);
        if (type.isPresent() && !response.headers().contain("Content-Type")) {
            sheet.write("Content-Type", type.get());
        }
        if (response.attachment()) {
            sheet.write("Content-Disposition", "attachment; filename=\"" + encoded(baseName(name)) + "\"");
        }
        boolean renders = response.templating() && isRendered(name);
        Optional<byte[]> bytes = context.files().read(name);
        if (bytes.isEmpty()) {
            return missing(name, renders ? "open" : "stat");
        }
        return renders ? rendered(source.content().of(bytes.get())) : streamed(bytes.get(), type.orElse(""));
    }

    private MockResponse rendered(TextTemplate content) {
        StatusChoice choice = new StatusChoice();
        try {
            String text = content.render(template -> context.render(template, choice));
            choice.chosen().ifPresent(maker::status);
            return maker.sent(text);
        } catch (TemplateException failure) {
            return maker.refused("Error while serving the file content: " + failure.getMessage());
        }
    }

    private MockResponse missing(String name, String call) {
        if (response.fallsBack()) {
            maker.status(NOT_FOUND);
            return maker.rendered(source.inline());
        }
        return maker.refused(
                "Error while serving the file content: ENOENT: no such file or directory, " + call + " '" + name + "'");
    }

    private MockResponse streamed(byte[] bytes, String type) {
        sheet.set("Content-Length", Integer.toString(bytes.length));
        String header = context.raw().headers().first("Range");
        if (header == null || header.isEmpty()) {
            return maker.sent(bytes);
        }
        return switch (ByteRange.of(bytes.length, header)) {
            case ByteRange.Malformed _ -> maker.refused(MALFORMED_RANGE, "Malformed range header");
            case ByteRange.Unsatisfiable _ -> maker.refused(NO_SUCH_RANGE, "Requested range not satisfiable");
            case ByteRange.Part part -> {
                sheet.set("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + bytes.length);
                sheet.set("Accept-Ranges", "bytes");
                sheet.set("Content-Length", Integer.toString(part.length()));
                if (!type.isEmpty()) {
                    sheet.write("Content-Type", type);
                }
                maker.status(PARTIAL);
                yield maker.sent(Arrays.copyOfRange(bytes, part.first(), part.last() + 1));
            }
        };
    }

    static String baseName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }
}
