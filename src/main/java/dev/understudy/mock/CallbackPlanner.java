package dev.understudy.mock;

import dev.understudy.js.Numbers;
import dev.understudy.mock.bucket.Bucket;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.Header;
import dev.understudy.mock.wire.MimeTypes;
import dev.understudy.template.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans the callbacks of an answer, as far as that can be done without sending them. For one request on one thread.
record CallbackPlanner(Visit visit, String prefix) {

    /// Callbacks that were called by callbacks: deeper chains end here.
    static final int MAX_DEPTH = 100;

    static final String DEPTH = "X-Mockoon-Callback-Depth";

    private static final byte[] NOTHING = {};

    List<OutgoingCall> plan(List<CompiledCallback> callbacks) {
        int depth = depth();
        if (depth >= MAX_DEPTH) {
            visit.happened(
                    "CALLBACK_ERROR",
                    "Error while executing callback: Max callback depth reached (" + MAX_DEPTH
                            + "). Stopping callback execution to prevent infinite loops.");
            return List.of();
        }
        List<OutgoingCall> calls = new ArrayList<>();
        for (CompiledCallback callback : callbacks) {
            try {
                plan(callback, depth + 1).ifPresent(calls::add);
            } catch (TemplateException failure) {
                visit.happened(
                        "CALLBACK_ERROR",
                        "Error while executing callback: " + callback.name() + ": " + failure.getMessage());
            }
        }
        return calls;
    }

    private int depth() {
        double depth = Numbers.parseInt(visit.request().header(DEPTH).orElse("0"));
        return Double.isNaN(depth) ? 0 : (int) Math.max(0, Math.min(depth, MAX_DEPTH));
    }

    private Optional<OutgoingCall> plan(CompiledCallback callback, int depth) throws TemplateException {
        String url = callback.url().render(visit);
        Map<String, String> headers = headers(callback);
        Optional<byte[]> body = body(callback, headers);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        List<Header> sent = new ArrayList<>();
        headers.forEach((name, value) -> sent.add(new Header(name, value)));
        sent.add(new Header(DEPTH, Integer.toString(depth)));
        return Optional.of(new OutgoingCall(
                callback.name(),
                callback.method(),
                url.startsWith("/") && !prefix.isEmpty() ? "/" + prefix + url : url,
                sent,
                callback.hasBody() ? body.get() : NOTHING,
                callback.delayMillis()));
    }

    private Map<String, String> headers(CompiledCallback callback) {
        Map<String, String> headers = new LinkedHashMap<>();
        callback.headers().render(visit, headers::put);
        return headers;
    }

    /// Empty if there is a file to send and it is not there.
    private Optional<byte[]> body(CompiledCallback callback, Map<String, String> headers) throws TemplateException {
        return switch (callback.body()) {
            case BodySource.Inline(TextTemplate text) -> Optional.of(text(callback, text.render(visit), headers));
            case BodySource.OfBucket(String id, String otherwise) -> {
                Optional<Bucket> bucket = visit.state().store().byId(id);
                String text = bucket.isPresent() ? JsonText.of(bucket.get().value()) : otherwise;
                yield Optional.of(text(callback, text, headers));
            }
            case BodySource.OfFile file -> file(callback, file, headers);
        };
    }

    private static byte[] text(CompiledCallback callback, String text, Map<String, String> headers) {
        if (callback.hasBody() && headers.keySet().stream().noneMatch(name -> name.equalsIgnoreCase("Content-Type"))) {
            headers.put("content-type", "text/plain;charset=UTF-8");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Optional<byte[]> file(CompiledCallback callback, BodySource.OfFile source, Map<String, String> headers)
            throws TemplateException {
        String name = source.path().file(visit);
        Optional<byte[]> bytes = visit.state().world().files().read(name);
        if (bytes.isEmpty()) {
            visit.happened(
                    "CALLBACK_FILE_ERROR",
                    "Error while attaching file to callback request: ENOENT: no such file or directory, open '" + name
                            + "'");
            return Optional.empty();
        }
        if (!callback.wholeFile()) {
            FilePart part = FilePart.of(bytes.get(), visit.state().world().random());
            headers.keySet().removeIf(header -> header.equalsIgnoreCase("Content-Type"));
            headers.put("content-type", part.contentType());
            return Optional.of(part.body());
        }
        boolean renders = callback.templating() && MimeTypes.of(name).isPresent() && FileMaker.isRendered(name);
        if (!headers.containsKey("Content-Type")) {
            MimeTypes.of(name).ifPresent(type -> headers.put("Content-Type", type));
        }
        String text = renders
                ? source.content().of(bytes.get()).render(visit)
                : new String(bytes.get(), StandardCharsets.UTF_8);
        return Optional.of(text(callback, text, headers));
    }
}
