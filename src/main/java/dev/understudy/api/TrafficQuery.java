package dev.understudy.api;

import dev.understudy.environment.NodeId;
import dev.understudy.traffic.Brief;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.ExchangeIds;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which exchanges somebody asks for.
///
/// @param filter what each of them has to be
/// @param since the id of an exchange, after which they come
/// @param before the id of an exchange or moment that they come before
/// @param limit of the answer
/// @param count how many there must be before it is worth an answer
/// @param patience how long to wait for them
record TrafficQuery(
        Predicate<Brief> filter,
        Optional<String> since,
        Optional<UUID> before,
        int limit,
        int count,
        Duration patience) {

    /// Parameters, beside that of the branch.
    static final List<String> NAMES =
            List.of("method", "path", "status", "since", "before", "wait", "route", "limit", "count");

    static final int MAX_WAIT_SECONDS = 30;
    static final int MAX_LIMIT = 100;

    /// Later than all times that anybody means.
    private static final Instant END = Instant.parse("5000-01-01T00:00:00Z");

    private static final Pattern STATUS = Pattern.compile("[1-9][0-9]{2}|[1-9][xX]{2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /// @throws ApiProblem if it can't be understood
    static TrafficQuery of(HttpServletRequest request) {
        List<Predicate<Brief>> all = new ArrayList<>();
        value(request, "method").ifPresent(wanted -> all.add(one -> one.method().equalsIgnoreCase(wanted)));
        value(request, "path").map(TrafficQuery::path).ifPresent(all::add);
        value(request, "status").map(TrafficQuery::status).ifPresent(all::add);
        value(request, "route")
                .ifPresent(
                        wanted -> all.add(one -> one.route().map(NodeId::value).equals(Optional.of(wanted))));
        Optional<String> since = value(request, "since");
        Optional<String> id = since.filter(text -> ID.matcher(text).matches());
        if (id.isEmpty()) {
            since.map(text -> moment("since", text))
                    .ifPresent(moment -> all.add(one -> one.at().isAfter(moment)));
        }
        Optional<UUID> before = value(request, "before").map(TrafficQuery::place);
        // the order of ids is that of the answers
        before.ifPresent(place -> all.add(one -> one.id().compareTo(place) < 0));
        id.flatMap(ExchangeIds::parse)
                .ifPresent(place -> all.add(one -> one.id().compareTo(place) > 0));
        int limit = number(request, "limit", MAX_LIMIT);
        int count = number(request, "count", 1);
        if (limit < 1 || limit > MAX_LIMIT || count < 1 || count > MAX_LIMIT) {
            throw ApiProblem.invalidRequest("\"limit\" and \"count\" are from 1 to %d.".formatted(MAX_LIMIT));
        }
        int wait = Math.min(number(request, "wait", 0), MAX_WAIT_SECONDS);
        if (before.isPresent() && wait > 0) {
            throw ApiProblem.invalidRequest("Nothing new comes \"before\" a moment: leave \"wait\" out.");
        }
        return new TrafficQuery(
                one -> all.stream().allMatch(each -> each.test(one)),
                id,
                before,
                limit,
                count,
                Duration.ofSeconds(wait));
    }

    /// Those that are asked for, the newest first.
    ///
    /// @param exchanges the oldest first
    List<Exchange> among(List<Exchange> exchanges) {
        List<Exchange> found = new ArrayList<>();
        for (Exchange exchange : exchanges.reversed()) {
            if (since.filter(exchange.id().toString()::equalsIgnoreCase).isPresent()) {
                break;
            }
            if (filter.test(Brief.of(exchange))) {
                found.add(exchange);
            }
        }
        return found;
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values != null && values.length > 1) {
            throw ApiProblem.invalidRequest("\"%s\" is there more than once.".formatted(name));
        }
        return Optional.ofNullable(values).map(one -> one[0]).filter(text -> !text.isEmpty());
    }

    private static int number(HttpServletRequest request, String name, int otherwise) {
        Optional<String> text = value(request, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!NUMBER.matcher(text.get()).matches()) {
            throw ApiProblem.invalidRequest("\"%s\" must be a whole number.".formatted(name));
        }
        return Integer.parseInt(text.get());
    }

    /// A star stands for anything.
    private static Predicate<Brief> path(String wanted) {
        Glob glob = new Glob(wanted);
        return one -> glob.matches(one.path());
    }

    private static Predicate<Brief> status(String wanted) {
        if (!STATUS.matcher(wanted).matches()) {
            throw ApiProblem.invalidRequest("\"status\" must be one, such as 404, or a class of them, such as 4xx.");
        }
        return wanted.toLowerCase(Locale.ROOT).endsWith("xx")
                ? one -> one.status() / 100 == wanted.charAt(0) - '0'
                : one -> one.status() == Integer.parseInt(wanted);
    }

    private static UUID place(String text) {
        return ExchangeIds.parse(text).orElseGet(() -> ExchangeIds.startOf(moment("before", text)));
    }

    private static Instant moment(String name, String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> !moment.isBefore(Instant.EPOCH) && moment.isBefore(END))
                    .orElseThrow(() -> wrong(name));
        } catch (DateTimeParseException _) {
            throw wrong(name);
        }
    }

    private static ApiProblem wrong(String name) {
        return ApiProblem.invalidRequest(
                "\"%s\" must be the id of an exchange, or a time such as 2026-01-31T12:00:00Z.".formatted(name));
    }
}
