package dev.understudy.hosting.admin;

import dev.understudy.js.JsJson;
import dev.understudy.js.JsValue;
import dev.understudy.mock.wire.WireHeader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the admin API makes of a request.
public sealed interface AdminOutcome {

    /// It is none of its own: the mock answers.
    record Passes() implements AdminOutcome {}

    /// The client is told of everything that happens from now on.
    ///
    /// @param replayed exchanges of the past to tell first
    record Events(int replayed) implements AdminOutcome {}

    /// It is answered. The bytes are not to be written to.
    final class Answer implements AdminOutcome {

        private static final byte[] NOTHING = {};

        private final int status;
        private final List<WireHeader> headers;
        private final byte[] body;

        private Answer(int status, List<WireHeader> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        static Answer empty(int status) {
            return new Answer(status, List.of(), NOTHING);
        }

        static Answer json(int status, JsValue value) {
            byte[] body = JsJson.print(value).orElse("null").getBytes(StandardCharsets.UTF_8);
            List<WireHeader> headers = new ArrayList<>();
            headers.add(new WireHeader("Content-Type", "application/json; charset=utf-8"));
            headers.add(new WireHeader("Content-Length", Integer.toString(body.length)));
            return new Answer(status, List.copyOf(headers), body);
        }

        /// The same for a request that wants no body.
        Answer withoutBody() {
            return new Answer(status, headers, NOTHING);
        }

        public int status() {
            return status;
        }

        public List<WireHeader> headers() {
            return headers;
        }

        public byte[] body() {
            return body;
        }
    }
}
