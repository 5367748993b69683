package dev.understudy.mock.request;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.mock.request.Bodies.Parsed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.fileupload2.core.MultipartInput;

/// Reads `multipart/form-data`: fields by name, and of files their name, type and size. For one body on one
/// thread.
final class Multipart {

    static final int MAX_FILES = 10;
    static final int MAX_NAME_BYTES = 1000;
    static final int MAX_FIELD_BYTES = 1024 * 1024;
    static final int MAX_HEADER_BYTES = 16 * 1024;

    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))", Pattern.CASE_INSENSITIVE);
    private final FormFields fields = new FormFields();
    /// Files are known when all of them were read, which is after the fields.
    private final List<Map.Entry<String, JsObject>> received = new ArrayList<>();

    private int files;
    private boolean any;

    private Multipart() {}

    static Parsed parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return Parsed.MALFORMED;
        }
        String named = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        Multipart multipart = new Multipart();
        boolean whole = !named.isEmpty() && multipart.read(named.getBytes(StandardCharsets.ISO_8859_1), body);
        multipart.received.forEach(file -> multipart.fields.add(file.getKey(), file.getValue()));
        Optional<JsObject> value = multipart.fields.value();
        return new Parsed(
                multipart.any && value.isPresent() ? value.get() : JsValue.Undefined.UNDEFINED,
                !whole || value.isEmpty());
    }

    /// False if the body ends too early or has no parts at all.
    private boolean read(byte[] boundary, byte[] body) {
        try (ByteArrayInputStream in = new ByteArrayInputStream(body)) {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(in)
                    .setBoundary(boundary)
                    .setMaxPartHeaderSize(MAX_HEADER_BYTES)
                    .get();
            input.setHeaderCharset(StandardCharsets.ISO_8859_1);
            for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
                part(input);
            }
            return any;
        } catch (IOException | IllegalArgumentException malformed) {
            return false;
        }
    }

    private void part(MultipartInput input) throws IOException {
        Map<String, String> headers = PartHeaders.parse(input.readHeaders());
        Optional<Disposition> disposition = Disposition.parse(headers.getOrDefault("content-disposition", ""));
        Optional<String> type = Optional.ofNullable(headers.get("content-type"));
        String name = disposition.map(Disposition::name).orElse("");
        Optional<String> filename = disposition.flatMap(Disposition::filename);
        if (disposition.isEmpty()) {
            input.discardBodyData();
        } else if (filename.isPresent() || type.orElse("").startsWith("application/octet-stream")) {
            file(name, filename, type, input.discardBodyData());
        } else {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            input.readBodyData(value);
            any = true;
            if (name.length() <= MAX_NAME_BYTES && value.size() <= MAX_FIELD_BYTES) {
                fields.add(name, new Text(value.toString(StandardCharsets.UTF_8)));
            }
        }
    }

    private void file(String name, Optional<String> filename, Optional<String> type, long size) {
        if (++files > MAX_FILES) {
            return;
        }
        any = true;
        JsObject.Builder file = JsObject.builder();
        filename.ifPresent(given -> file.set("filename", new Text(baseName(given))));
        file.set("mimetype", new Text(type.map(Multipart::withoutParameters).orElse("text/plain")));
        file.set("size", new Num(size));
        received.add(Map.entry(name, file.build()));
    }

    private static String baseName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String withoutParameters(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
