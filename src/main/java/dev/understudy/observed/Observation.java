package dev.understudy.observed;

import dev.understudy.environment.FileContent;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Limits;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.traffic.HeaderLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What came of looking at a request and its answer.
public sealed interface Observation {

    /// A mock can learn it.
    ///
    /// @param content the bytes of the answer's content; not to be written to
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Seen(Observed observed, byte[] content) implements Observation {}

    /// A mock can't learn it.
    record LeftOut(Why why) implements Observation {}

    /// Why not.
    enum Why {
        /// Nothing but that the client has it already, which is no answer for others.
        NOT_MODIFIED,
        /// A connection for something else, or no answer at all.
        NO_ANSWER,
        /// A method that routes can't have.
        METHOD,
        TOO_LARGE,
        /// A path that is none.
        PATH
    }

    /// A request as it was sent.
    ///
    /// @param path with its escapes
    /// @param type the `Content-Type` of the body; empty if there is none
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Asked(String method, String path, String query, String type, byte[] body) {}

    /// Longer paths are not kept.
    int MAX_PATH = 2_000;

    /// Looks at an exchange.
    ///
    /// @param headers of the answer, in their order
    /// @param body of the answer as it came, perhaps compressed; not copied
    static Observation of(Asked asked, int status, List<HeaderLine> headers, byte[] body) {
        Optional<HttpMethod> method = method(asked.method());
        if (method.isEmpty()) {
            return new LeftOut(Why.METHOD);
        }
        if (status < 200 || status > 599) {
            return new LeftOut(Why.NO_ANSWER);
        }
        if (status == 304) {
            return new LeftOut(Why.NOT_MODIFIED);
        }
        if (!asked.path().startsWith("/")
                || asked.path().length() > MAX_PATH
                || asked.path().indexOf('\0') >= 0) {
            return new LeftOut(Why.PATH);
        }
        Coding coding = Coding.of(headers, body);
        if (coding.bytes().length > Limits.MAX_FILE_BYTES) {
            return new LeftOut(Why.TOO_LARGE);
        }
        KeptHeaders kept = KeptHeaders.of(coding.headers());
        Optional<String> text = coding.isPlain() ? MediaType.text(kept.type(), coding.bytes()) : Optional.empty();
        byte[] content =
                text.map(known -> known.getBytes(StandardCharsets.UTF_8)).orElse(coding.bytes());
        Answer answer = new Answer(status, kept.lines(), FileContent.of(content), text.isPresent(), kept.secret());
        Traits traits = Traits.of(asked.query(), asked.type(), asked.body());
        Sent sent = Sent.of(asked.query(), asked.type(), asked.body());
        String path = RequestPath.collapse(asked.path());
        return new Seen(new Observed(method.get(), path, traits, sent, answer, 1, 0), content);
    }

    private static Optional<HttpMethod> method(String name) {
        return Arrays.stream(HttpMethod.values())
                .filter(method -> method != HttpMethod.ALL && method.verb().equalsIgnoreCase(name))
                .filter(method -> method != HttpMethod.NONE)
                .findFirst();
    }
}
