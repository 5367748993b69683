package dev.understudy.traffic;

import dev.understudy.why.Check;
import dev.understudy.why.Line;
import dev.understudy.why.OtherRoute;
import dev.understudy.why.Why;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Takes the secrets of an exchange out of all of it: headers, query, bodies and reasons. What comes of it may be
/// stored, and shown to other processes. Pure.
final class Unsecret {

    private Unsecret() {}

    /// @param bodyBytes that are kept of each body
    static Exchange of(Exchange exchange, int bodyBytes) {
        List<String> secrets = Stream.concat(
                        Redaction.secrets(exchange.requestHeaders(), exchange.query()).stream(),
                        Redaction.secrets(exchange.responseHeaders()).stream())
                .distinct()
                .toList();
        UnaryOperator<String> hide = text -> Redaction.of(text, secrets);
        return new Exchange(
                exchange.id(),
                exchange.at(),
                exchange.method(),
                hide.apply(exchange.path()),
                Redaction.query(exchange.query()),
                Redaction.of(exchange.requestHeaders()),
                body(exchange.requestBody(), secrets, bodyBytes),
                exchange.status(),
                Redaction.of(exchange.responseHeaders()),
                body(exchange.responseBody(), secrets, bodyBytes),
                exchange.route(),
                exchange.response(),
                exchange.routePath(),
                exchange.proxied(),
                exchange.durationMillis(),
                Reason.of(why(exchange.why(), hide)),
                exchange.sequel().equals(Sequel.NONE) ? Sequel.NONE : sequel(exchange.sequel(), secrets, hide));
    }

    private static Sequel sequel(Sequel sequel, List<String> secrets, UnaryOperator<String> hide) {
        return new Sequel(
                sequel.sentAgainBy(),
                sequel.conversation()
                        .map(talk -> new Conversation(
                                talk.count(),
                                talk.messages().stream()
                                        .map(message -> message(message, secrets, hide))
                                        .toList(),
                                talk.ending())),
                sequel.callbacks().stream().map(call -> call(call, secrets)).toList());
    }

    private static SocketMessage message(SocketMessage message, List<String> secrets, UnaryOperator<String> hide) {
        return new SocketMessage(
                message.number(),
                message.at(),
                message.fromClient(),
                message.binary(),
                body(message.content(), secrets, SocketMessage.MAX_BYTES),
                message.answers(),
                message.response(),
                Reason.of(why(message.why(), hide)));
    }

    private static CallbackReport call(CallbackReport call, List<String> ofExchange) {
        List<String> secrets = Stream.of(
                        ofExchange,
                        Redaction.secrets(call.requestHeaders(), SecretQuery.ofThe(call.url())),
                        Redaction.secrets(call.responseHeaders()))
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new CallbackReport(
                call.at(),
                call.name(),
                call.method(),
                Redaction.of(Redaction.address(call.url()), secrets),
                Redaction.of(call.requestHeaders()),
                body(call.requestBody(), secrets, BodyExcerpt.SMALL_BYTES),
                call.status(),
                Redaction.of(call.responseHeaders()),
                body(call.responseBody(), secrets, BodyExcerpt.SMALL_BYTES),
                Redaction.of(call.failure(), secrets));
    }

    /// Bytes are taken for characters and back, so that it does not matter what they are.
    private static BodyExcerpt body(BodyExcerpt body, List<String> secrets, int bodyBytes) {
        byte[] kept = body.upTo(bodyBytes);
        if (secrets.isEmpty()) {
            return BodyExcerpt.of(kept, body.length());
        }
        List<String> bytes = secrets.stream()
                .map(secret -> new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
        boolean cut = kept.length < body.length();
        String before = new String(kept, StandardCharsets.ISO_8859_1);
        String after = Redaction.of(before, bytes, cut ? Optional.of("") : Optional.empty());
        if (after.equals(before)) {
            return BodyExcerpt.of(kept, body.length());
        }
        byte[] all = after.getBytes(StandardCharsets.ISO_8859_1);
        byte[] safe = all.length <= bodyBytes ? all : Arrays.copyOf(all, bodyBytes);
        boolean lacks = cut || safe.length < all.length;
        return BodyExcerpt.of(safe, lacks ? Math.max(body.length(), safe.length + 1) : safe.length);
    }

    private static Why why(Why why, UnaryOperator<String> hide) {
        return new Why(
                why.by(),
                why.answer(),
                why.lines().stream().map(line -> line(line, hide)).toList(),
                why.passed().stream().map(route -> other(route, hide)).toList(),
                why.nearest().stream().map(route -> other(route, hide)).toList());
    }

    private static Line line(Line line, UnaryOperator<String> hide) {
        List<Check> checks = line.checks().stream()
                .map(check -> new Check(
                        check.target(),
                        check.name(),
                        check.operator(),
                        check.value(),
                        check.inverted(),
                        check.compared().map(hide),
                        check.held()))
                .toList();
        return new Line(line.mark(), hide.apply(line.text()), line.node(), checks);
    }

    private static OtherRoute other(OtherRoute route, UnaryOperator<String> hide) {
        return new OtherRoute(
                route.route(), route.method(), route.path(), hide.apply(route.reason()), route.samePath());
    }
}
