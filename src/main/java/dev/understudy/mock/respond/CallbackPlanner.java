package dev.understudy.mock.respond;

import dev.understudy.js.Numbers;
import dev.understudy.mock.bucket.Bucket;
import dev.understudy.mock.exchange.FilePart;
import dev.understudy.mock.exchange.OutgoingCall;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.BodyEncoding;
import dev.understudy.mock.wire.MimeTypes;
import dev.understudy.template.scope.TemplateException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans the callbacks of an answer, as far as that can be done without sending them. For one request on one thread.
record CallbackPlanner(RequestContext context, String prefix) {

    /// Callbacks that were called by callbacks: deeper chains end here.
    static final int MAX_DEPTH = 100;

    /// Of the bodies of one answer's callbacks, after which no more are planned.
    static final long MAX_BYTES = 20_000_000;

    static final String DEPTH = "X-Mockoon-Callback-Depth";

    private static final byte[] NOTHING = {};

    List<OutgoingCall> plan(List<CompiledCallback> callbacks) {
        int depth = depth();
        if (depth >= MAX_DEPTH) {
            context.happened(
                    "CALLBACK_ERROR",
                    "Error while executing callback: Max callback depth reached (" + MAX_DEPTH
                            + "). Stopping callback execution to prevent infinite loops.");
            return List.of();
        }
        List<OutgoingCall> calls = new ArrayList<>();
        long bytes = 0;
        for (CompiledCallback callback : callbacks) {
            try {
                if (bytes > MAX_BYTES) {
                    throw new TemplateException("all callbacks of an answer may send " + MAX_BYTES + " bytes");
                }
                Optional<OutgoingCall> call = plan(callback, depth + 1);
                call.ifPresent(calls::add);
                bytes += call.map(planned -> planned.body().length).orElse(0);
            } catch (TemplateException failure) {
                context.happened(
                        "CALLBACK_ERROR",
                        "Error while executing callback: " + callback.name() + ": " + failure.getMessage());
            }
        }
        return calls;
    }

    private int depth() {
        double depth = Numbers.parseInt(context.request().header(DEPTH).orElse("0"));
        return Double.isNaN(depth) ? 0 : (int) Math.max(0, Math.min(depth, MAX_DEPTH));
    }

    private Optional<OutgoingCall> plan(CompiledCallback callback, int depth) throws TemplateException {
        String url = callback.url().render(context);
        Map<String, String> headers = headers(callback);
        Optional<Content> content = content(callback, headers);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        headers.put(DEPTH, Integer.toString(depth));
        byte[] body = callback.hasBody() ? content.get().bytes : NOTHING;
        return Optional.of(new OutgoingCall(
                callback.name(),
                callback.method(),
                url.startsWith("/") && !prefix.isEmpty() ? "/" + prefix + url : url,
                CallHeaders.of(
                        headers, body.length, callback.hasBody() ? Optional.of(content.get().type) : Optional.empty()),
                body,
                callback.delayMillis()));
    }

    private Map<String, String> headers(CompiledCallback callback) {
        Map<String, String> headers = new LinkedHashMap<>();
        callback.headers().render(context, headers::put);
        return headers;
    }

    /// What is sent, and the type that it has if the author has not said one.
    private static final class Content {

        private final byte[] bytes;
        private final String type;

        Content(byte[] bytes, String type) {
            this.bytes = bytes;
            this.type = type;
        }

        static Content text(String text) {
            return new Content(BodyEncoding.utf8(text), "text/plain;charset=UTF-8");
        }
    }

    /// Empty if there is a file to send and it is not there.
    private Optional<Content> content(CompiledCallback callback, Map<String, String> headers) throws TemplateException {
        return switch (callback.body()) {
            case BodySource.Inline(TextTemplate text) -> Optional.of(Content.text(text.render(context)));
            case BodySource.OfBucket(String id, String otherwise) -> {
                Optional<Bucket> bucket = context.state().store().byId(id);
                String text = bucket.isPresent() ? BodyText.of(bucket.get().value(), context.budget()) : otherwise;
                yield Optional.of(Content.text(text));
            }
            case BodySource.OfFile file -> file(callback, file, headers);
        };
    }

    private Optional<Content> file(CompiledCallback callback, BodySource.OfFile source, Map<String, String> headers)
            throws TemplateException {
        String name = source.path().file(context);
        Optional<byte[]> bytes = context.files().read(name);
        if (bytes.isEmpty()) {
            context.happened(
                    "CALLBACK_FILE_ERROR",
                    "Error while attaching file to callback request: ENOENT: no such file or directory, open '" + name
                            + "'");
            return Optional.empty();
        }
        if (!callback.wholeFile()) {
            FilePart part = FilePart.of(bytes.get(), context.state().world().random());
            return Optional.of(new Content(part.body(), part.contentType()));
        }
        boolean renders = callback.templating() && MimeTypes.of(name).isPresent() && FileMaker.isRendered(name);
        if (!headers.containsKey("Content-Type")) {
            MimeTypes.of(name).ifPresent(type -> headers.put("Content-Type", type));
        }
        String text = renders
                ? source.content().of(bytes.get()).render(context)
                : new String(bytes.get(), StandardCharsets.UTF_8);
        return Optional.of(Content.text(text));
    }
}
