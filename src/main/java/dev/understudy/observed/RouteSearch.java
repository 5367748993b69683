package dev.understudy.observed;

import dev.understudy.environment.Environment;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.ResponseMode;
import dev.understudy.environment.Schema;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.path.Percent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the routes by which the mock of a document would answer as was observed. What the document answers already is
/// not made a second time. Used by one thread, once.
public final class RouteSearch {

    /// Of one route; more are left out.
    public static final int MAX_RESPONSES = 250;

    private static final String INDISTINCT =
            "Nothing in these requests tells them from others to the same route, so it stays as it is.";
    private static final String LAST_COUNTS =
            "Some requests were answered differently at different times, with nothing in them to tell why. The last answer counts.";

    private final Environment document;
    private final FileIndex files;
    private final KnownRoutes known;
    private final Manner manner;
    private final String prefix;
    private final Map<NodeId, List<Member>> extended = new LinkedHashMap<>();
    private final List<Member> fresh = new ArrayList<>();
    private int outside;
    private int unwritable;

    private RouteSearch(Environment document, Manner manner) {
        this.document = document;
        this.files = FileIndex.of(document);
        this.known = KnownRoutes.of(document);
        this.manner = manner;
        String written = PathPattern.written(document.root().get(Schema.ENVIRONMENT_PREFIX), "");
        this.prefix = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    }

    /// The routes, with words before parameters, so that none is in the way of another.
    ///
    /// @param observed the oldest first
    public static Findings find(Environment document, List<Observed> observed, Manner manner) {
        RouteSearch search = new RouteSearch(document, manner);
        observed.forEach(search::place);
        return search.findings(observed);
    }

    private void place(Observed observed) {
        Optional<String> below = below(observed.path());
        if (below.isEmpty()) {
            outside++;
            return;
        }
        Member member = Member.of(observed, below.get());
        known.taking(observed.method().name(), prefix + below.get())
                .ifPresentOrElse(
                        taken -> extended.computeIfAbsent(taken.route().id(), _ -> new ArrayList<>())
                                .add(member.with(taken.params())),
                        () -> fresh.add(member));
    }

    private Optional<String> below(String path) {
        if (prefix.isEmpty()) {
            return Optional.of(path);
        }
        if (path.equals(prefix) || path.startsWith(prefix + "/")) {
            return Optional.of(path.equals(prefix) ? "/" : path.substring(prefix.length()));
        }
        return manner.moved() ? Optional.of(path) : Optional.empty();
    }

    private Findings findings(List<Observed> observed) {
        List<FoundRoute> routes = new ArrayList<>();
        extended.forEach((route, members) -> routes.add(extended(document.get(route), members)));
        Grouping.of(fresh, manner.grouped()).stream()
                .filter(this::isWritable)
                .map(this::made)
                .sorted(Comparator.comparing(RouteSearch::place))
                .forEach(routes::add);
        List<String> notes = new ArrayList<>();
        if (outside > 0) {
            notes.add(Counted.of(outside, "request")
                    + " did not go below the path prefix of the environment and can't be answered by a route.");
        }
        if (unwritable > 0) {
            notes.add(Counted.of(unwritable, "request") + " had a path that a route can't have.");
        }
        secrets(observed).ifPresent(notes::add);
        return new Findings(routes, notes);
    }

    /// Words before parameters, whatever those are called, then by name.
    private static String place(FoundRoute route) {
        return route.endpoint().replaceAll("(?<![^/]):[^/]*", "\uFFFE") + "\0"
                + route.method().name();
    }

    private static Optional<String> secrets(List<Observed> observed) {
        List<String> names = observed.stream()
                .flatMap(one -> one.answer().secret().stream())
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Headers that hold secrets are left out: " + String.join(", ", names) + ".");
    }

    /// Whether the path of the route takes all that it is to take.
    private boolean isWritable(Grouping.Group group) {
        String own = document.root().get(Schema.ENVIRONMENT_PREFIX);
        boolean writable = Schema.ROUTE_ENDPOINT.refusal(group.endpoint()).isEmpty()
                && PathPattern.parse(own, group.endpoint()) instanceof PathPattern.Parsing.Parsed(PathPattern pattern)
                && group.members().stream().allMatch(member -> takes(pattern, prefix + member.path()));
        unwritable += writable ? 0 : group.members().size();
        return writable;
    }

    private static boolean takes(PathPattern pattern, String path) {
        return Percent.isDecodable(path) && pattern.match(path).isPresent();
    }

    private FoundRoute made(Grouping.Group group) {
        Discrimination rules = new Discrimination(group.members(), false);
        return found(
                group.method().name(),
                group.endpoint(),
                Optional.empty(),
                Optional.empty(),
                rules,
                group.members(),
                rules.responses(_ -> true));
    }

    private FoundRoute extended(Node route, List<Member> members) {
        KnownResponses there = new KnownResponses(document, files, route);
        Discrimination rules = new Discrimination(members, true);
        List<Member> missing =
                rules.members().stream().filter(member -> !there.answer(member)).toList();
        ResponseMode mode = route.get(Schema.ROUTE_RESPONSE_MODE);
        boolean ruled = mode == ResponseMode.BY_RULES || mode == ResponseMode.FALLBACK;
        boolean possible = manner.extend() && ruled && rules.tells();
        FoundRoute found = found(
                route.get(Schema.ROUTE_METHOD).name(),
                route.get(Schema.ROUTE_ENDPOINT),
                Optional.of(route.id()),
                there.inFrontOf(missing),
                rules,
                members,
                possible ? notDefault(rules.responses(missing::contains)) : List.of());
        return possible || missing.isEmpty() ? found : with(found, whyNot(ruled));
    }

    private static List<FoundResponse> notDefault(List<FoundResponse> responses) {
        return responses.stream()
                .map(response -> new FoundResponse(
                        response.answer(), response.rules(), response.logic(), false, response.label()))
                .toList();
    }

    private String whyNot(boolean ruled) {
        if (!manner.extend()) {
            return "The route is there already and stays as it is.";
        }
        return ruled ? INDISTINCT : "This route does not choose its responses by rules, so it stays as it is.";
    }

    private static FoundRoute with(FoundRoute route, String note) {
        List<String> notes = new ArrayList<>(route.notes());
        notes.add(note);
        return new FoundRoute(
                route.method(),
                route.endpoint(),
                route.existing(),
                route.before(),
                route.responses(),
                route.requests(),
                notes);
    }

    private FoundRoute found(
            String method,
            String endpoint,
            Optional<NodeId> existing,
            Optional<NodeId> before,
            Discrimination rules,
            List<Member> members,
            List<FoundResponse> responses) {
        List<String> notes = new ArrayList<>();
        if (rules.contradicted() > 0
                || members.stream().anyMatch(member -> member.observed().otherwise() > 0)) {
            notes.add(LAST_COUNTS);
        }
        if (responses.size() > MAX_RESPONSES) {
            notes.add(
                    "It would have %,d responses; the first %,d are kept.".formatted(responses.size(), MAX_RESPONSES));
        }
        return new FoundRoute(
                HttpMethod.valueOf(method),
                existing.isPresent() ? endpoint.replaceFirst("^/+", "") : endpoint,
                existing,
                before,
                bounded(responses),
                members.size(),
                notes);
    }

    /// The default one is among those that are kept.
    private static List<FoundResponse> bounded(List<FoundResponse> responses) {
        if (responses.size() <= MAX_RESPONSES) {
            return responses;
        }
        List<FoundResponse> kept = new ArrayList<>(responses.subList(0, MAX_RESPONSES));
        if (responses.stream().anyMatch(FoundResponse::isDefault)
                && kept.stream().noneMatch(FoundResponse::isDefault)) {
            kept.set(
                    MAX_RESPONSES - 1,
                    responses.stream()
                            .filter(FoundResponse::isDefault)
                            .findFirst()
                            .orElseThrow());
        }
        return kept;
    }
}
