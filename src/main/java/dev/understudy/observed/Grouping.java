package dev.understudy.observed;

import dev.understudy.environment.HttpMethod;
import dev.understudy.mock.path.Percent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts requests together that one route is to answer: those to the same path, or to paths that differ only in
/// numbers, dates and ids. A word never becomes a parameter, and neither does a number that stands alone in its place.
final class Grouping {

    /// Requests of one route.
    ///
    /// @param endpoint in the syntax of routes, without a slash at its start
    record Group(HttpMethod method, String endpoint, List<Member> members) {}

    private static final String NEEDS_ESCAPE = "\\:*{}()+?!";

    private final boolean grouped;

    /// What stands in a place, by the shapes of the segments before it.
    private final Map<String, Set<String>> values = new HashMap<>();

    private Grouping(boolean grouped) {
        this.grouped = grouped;
    }

    /// In the order of their first members.
    ///
    /// @param grouped whether to look for parameters
    static List<Group> of(List<Member> members, boolean grouped) {
        Grouping grouping = new Grouping(grouped);
        members.forEach(member -> grouping.note(segments(member.path())));
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Member member : members) {
            Group one = grouping.group(member);
            groups.computeIfAbsent(
                            one.method() + " " + one.endpoint(),
                            _ -> new Group(one.method(), one.endpoint(), new ArrayList<>()))
                    .members()
                    .addAll(one.members());
        }
        return List.copyOf(groups.values());
    }

    /// A slash at the end makes no other route.
    private static List<String> segments(String path) {
        String inner = path.replaceFirst("^/+", "").replaceFirst("/+$", "");
        return Arrays.asList(inner.split("/", -1));
    }

    private void note(List<String> segments) {
        List<String> places = places(segments);
        for (int at = 0; at < segments.size(); at++) {
            if (SegmentKind.of(segments.get(at)) != SegmentKind.WORD) {
                values.computeIfAbsent(places.get(at), _ -> new HashSet<>()).add(segments.get(at));
            }
        }
    }

    /// What tells the places of segments from others: the words before them.
    private static List<String> places(List<String> segments) {
        List<String> places = new ArrayList<>();
        StringBuilder shape = new StringBuilder();
        for (String segment : segments) {
            shape.append('/').append(SegmentKind.of(segment) == SegmentKind.WORD ? segment : "\0");
            places.add(shape.toString());
        }
        return places;
    }

    private Group group(Member member) {
        List<String> segments = segments(member.path());
        List<String> names = names(segments);
        Map<String, String> params = new LinkedHashMap<>();
        List<String> pattern = new ArrayList<>();
        for (int at = 0; at < segments.size(); at++) {
            String name = names.get(at);
            if (name.isEmpty()) {
                pattern.add(escaped(segments.get(at)));
            } else {
                pattern.add(":" + name);
                params.put(name, Percent.decodeIfPossible(segments.get(at)));
            }
        }
        return new Group(
                member.observed().method(), String.join("/", pattern), new ArrayList<>(List.of(member.with(params))));
    }

    /// The names of the parameters; empty where there is none.
    private List<String> names(List<String> segments) {
        List<String> places = places(segments);
        List<Boolean> varies = new ArrayList<>();
        for (int at = 0; at < segments.size(); at++) {
            varies.add(grouped && varies(segments.get(at), places.get(at)));
        }
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int at = 0; at < segments.size(); at++) {
            String name = varies.get(at) ? name(segments, places, at, varies.lastIndexOf(true) == at) : "";
            String free = name;
            for (int number = 2; !free.isEmpty() && !taken.add(free); number++) {
                free = name + number;
            }
            names.add(free);
        }
        return names;
    }

    private boolean varies(String segment, String place) {
        return SegmentKind.of(segment) != SegmentKind.WORD
                && (seen(place).size() > 1
                        || seen(place).stream()
                                .anyMatch(value -> SegmentKind.of(value).isTelling()));
    }

    private Set<String> seen(String place) {
        return values.getOrDefault(place, Set.of());
    }

    /// The last one is the id of what is asked for; those before say of what they are.
    private String name(List<String> segments, List<String> places, int at, boolean last) {
        if (seen(places.get(at)).stream().allMatch(value -> SegmentKind.of(value) == SegmentKind.DATE)) {
            return "date";
        }
        boolean named = at > 0 && SegmentKind.of(segments.get(at - 1)) == SegmentKind.WORD;
        String before = named ? segments.get(at - 1).replaceAll("[^A-Za-z]", "") : "";
        if (last || before.isEmpty()) {
            return "id";
        }
        String one = before.endsWith("ies") && before.length() > 3
                ? before.substring(0, before.length() - 3) + "y"
                : before.replaceFirst("(?<=[^s])s$", "");
        return one + "Id";
    }

    private static String escaped(String segment) {
        StringBuilder text = new StringBuilder(segment.length());
        for (int at = 0; at < segment.length(); at++) {
            if (NEEDS_ESCAPE.indexOf(segment.charAt(at)) >= 0) {
                text.append('\\');
            }
            text.append(segment.charAt(at));
        }
        return text.toString();
    }
}
