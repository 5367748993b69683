package dev.understudy.api;

import dev.understudy.hosting.resend.Resending;
import dev.understudy.hosting.resend.Resent;
import dev.understudy.hosting.traffic.TrafficFeed;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.traffic.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Sends a request to a mock once more, with its credentials, which are told to nobody.
@RestController
class ResendController {

    /// @param withoutSecrets whether it may go without headers that are not known any more; false if it is null
    record Manner(@Nullable Boolean withoutSecrets) {}

    /// @param exchange what came of it; null if the answer is still to come
    record Answer(@Nullable UUID exchange) {}

    private static final Predicate<String> ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
            .asMatchPredicate();

    private final Resending resending;
    private final TrafficFeed feed;

    ResendController(Resending resending, TrafficFeed feed) {
        this.resending = resending;
        this.feed = feed;
    }

    @PostMapping(ApiPaths.ENVIRONMENT + "/traffic/{exchange}/send-again")
    Answer send(
            Access access,
            @PathVariable String exchange,
            @RequestBody(required = false) @Nullable Manner manner,
            HttpServletRequest request) {
        BranchQuery.require(request, access);
        access.require(Action.EDIT);
        if (resending.isStopped(access)) {
            throw refused(Resent.Refused.of(Resent.Why.STOPPED));
        }
        Exchange found = id(exchange).flatMap(id -> feed.find(access, id)).orElseThrow(ApiProblem::notFound);
        boolean without = manner != null && Boolean.TRUE.equals(manner.withoutSecrets());
        return switch (resending.send(access, found, without)) {
            case Resent.Sent(Optional<UUID> made) -> new Answer(made.orElse(null));
            case Resent.Refused refused -> throw refused(refused);
            case Resent.WithoutSecrets(List<String> headers) ->
                throw ApiProblem.of(
                                ErrorCode.NOT_SENT,
                                "The request is not in memory any more, so some of its headers or parameters are not known. Send it"
                                        + " with \"withoutSecrets\": true to leave them out.")
                        .with("reason", "secrets")
                        .with("headers", headers);
        };
    }

    private static Optional<UUID> id(String text) {
        return ID.test(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static ApiProblem refused(Resent.Refused refused) {
        ErrorCode code = refused.why() == Resent.Why.TOO_MANY ? ErrorCode.RATE_LIMITED : ErrorCode.NOT_SENT;
        return ApiProblem.of(code, refused.reason())
                .with("reason", refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
