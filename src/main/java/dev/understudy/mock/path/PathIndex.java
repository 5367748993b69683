package dev.understudy.mock.path;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the first route in list order that takes a path and a method, at a cost that depends on the path
/// and not on the number of routes: a tree of segments. Filled by [#add], only read after; then any thread
/// may ask.
public final class PathIndex {

    /// A place in the tree. `first` and `last` bound the routes at and below it, so that a subtree that can't
    /// win is not visited.
    private static final class Place {
        private int first = RouteSlots.NONE;
        private int last = -1;
        private final RouteSlots ending = new RouteSlots();
        private final Map<String, Place> literals = new HashMap<>(2);
        private final AffixTable<Place> mixed = new AffixTable<>();
        private final AffixTable<RouteSlots> tails = new AffixTable<>();
        private @Nullable Place parameter;

        private Place parameter() {
            if (parameter == null) {
                parameter = new Place();
            }
            return parameter;
        }
    }

    private final Place root = new Place();

    /// Takes one more route in.
    ///
    /// @param route its place in the list; routes are added in the order of the list
    public void add(PathPattern pattern, String method, int route) {
        for (List<PathPart> alternative : pattern.alternatives()) {
            if (alternative.isEmpty()) {
                touched(root, route).ending.add(method, route);
            } else if (alternative.getFirst() instanceof PathPart.Text(String text) && text.startsWith("/")) {
                addSegments(alternative, method, route);
            }
            // any other alternative can't match: every path starts with a slash
        }
    }

    /// The first route after the given one that takes the request; [RouteSlots#NONE] if there is none.
    public int next(RequestPath path, String method, int after) {
        Search search = new Search(path, method, after);
        search.visit(root, 0);
        return search.best;
    }

    private void addSegments(List<PathPart> alternative, String method, int route) {
        Place place = touched(root, route);
        List<PathPart> segment = new ArrayList<>();
        boolean started = false;
        for (int at = 0; at < alternative.size(); at++) {
            switch (alternative.get(at)) {
                case PathPart.Text(String text) -> {
                    String[] pieces = text.split("/", -1);
                    for (int piece = 0; piece < pieces.length; piece++) {
                        if (piece > 0 && started) {
                            place = touched(below(place, segment), route);
                            segment = new ArrayList<>();
                        }
                        started |= piece > 0;
                        if (!pieces[piece].isEmpty()) {
                            segment.add(new PathPart.Text(pieces[piece]));
                        }
                    }
                }
                case PathPart.Capture capture
                when capture.wildcard() -> {
                    segment.addAll(alternative.subList(at, alternative.size()));
                    place.tails.at(segment, RouteSlots::new).add(method, route);
                    return;
                }
                case PathPart.Capture capture -> segment.add(capture);
            }
        }
        touched(below(place, segment), route).ending.add(method, route);
    }

    private static Place below(Place place, List<PathPart> segment) {
        if (segment.isEmpty()) {
            return place.literals.computeIfAbsent("", _ -> new Place());
        }
        if (segment.size() == 1) {
            return switch (segment.getFirst()) {
                case PathPart.Text(String text) -> place.literals.computeIfAbsent(text, _ -> new Place());
                case PathPart.Capture _ -> place.parameter();
            };
        }
        return place.mixed.at(segment, Place::new);
    }

    private static Place touched(Place place, int route) {
        place.first = Math.min(place.first, route);
        place.last = route;
        return place;
    }

    /// One look-up.
    private static final class Search {

        private final RequestPath path;
        private final String method;
        private final int after;
        private int best = RouteSlots.NONE;

        private Search(RequestPath path, String method, int after) {
            this.path = path;
            this.method = method;
            this.after = after;
        }

        private void visit(Place place, int depth) {
            if (place.first >= best || place.last <= after) {
                return;
            }
            if (path.endsBefore(depth)) {
                offer(place.ending);
            }
            if (depth == path.depth()) {
                return;
            }
            String segment = path.segment(depth);
            Place literal = place.literals.get(segment);
            if (literal != null) {
                visit(literal, depth + 1);
            }
            if (!segment.isEmpty()) {
                place.mixed.find(segment, 0, segment.length(), below -> visit(below, depth + 1));
                if (place.parameter != null) {
                    visit(place.parameter, depth + 1);
                }
            }
            if (!place.tails.isEmpty()) {
                visitTails(place.tails, path.start(depth));
            }
        }

        private void visitTails(AffixTable<RouteSlots> tails, int from) {
            String folded = path.folded();
            int to = folded.length();
            tails.find(folded, from, to, this::offer);
            if (to > from && folded.charAt(to - 1) == '/') {
                tails.find(folded, from, to - 1, this::offer);
            }
        }

        private void offer(RouteSlots slots) {
            best = Math.min(best, slots.next(method, after));
        }
    }
}
