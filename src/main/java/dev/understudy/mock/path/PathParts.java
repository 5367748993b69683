package dev.understudy.mock.path;

import java.util.ArrayList;
import java.util.List;

/// Turns the flat tokens of one alternative into parts: which characters each capture may take depends on
/// the texts and captures around it, as in path-to-regexp 8. Used for one alternative and thrown away.
final class PathParts {

    private enum Seen {
        NOTHING,
        PARAMETER,
        WILDCARD
    }

    private final List<PathToken> tokens;
    private final List<PathPart> parts = new ArrayList<>();
    /// Text since the last capture.
    private String gap = "";
    /// Text since the last wildcard that was not yet followed by another.
    private String gapAfterWildcard = "";

    private Seen last = Seen.NOTHING;
    private boolean parameterInSegment;
    private boolean wildcardInSegment;

    private PathParts(List<PathToken> tokens) {
        this.tokens = tokens;
    }

    /// @param tokens texts, parameters and wildcards; no groups
    static List<PathPart> of(List<PathToken> tokens) throws PathSyntaxException {
        return new PathParts(matched(tokens)).parts();
    }

    /// With the texts as they are matched: what stands together is one, so that no escape is cut.
    private static List<PathToken> matched(List<PathToken> tokens) {
        List<PathToken> matched = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (PathToken token : tokens) {
            if (token instanceof PathToken.Text(String value)) {
                text.append(value);
            } else {
                addText(text, matched);
                matched.add(token);
            }
        }
        addText(text, matched);
        return matched;
    }

    private static void addText(StringBuilder text, List<PathToken> matched) {
        if (!text.isEmpty()) {
            matched.add(new PathToken.Text(Fold.fold(PathSpelling.of(text.toString()))));
            text.setLength(0);
        }
    }

    private List<PathPart> parts() throws PathSyntaxException {
        for (int at = 0; at < tokens.size(); at++) {
            switch (tokens.get(at)) {
                case PathToken.Text(String value) -> text(value);
                case PathToken.Parameter(String name) -> {
                    requireGap(name, "param");
                    parts.add(parameter(name, at + 1));
                    captured(Seen.PARAMETER);
                    parameterInSegment = true;
                }
                case PathToken.Wildcard(String name) -> {
                    requireGap(name, "wildcard");
                    parts.add(wildcard(name));
                    captured(Seen.WILDCARD);
                    gapAfterWildcard = "";
                    wildcardInSegment = true;
                }
                case PathToken.Group _ -> throw new IllegalArgumentException("Groups are expanded before");
            }
        }
        return List.copyOf(parts);
    }

    private void text(String folded) {
        parts.add(new PathPart.Text(folded));
        gap += folded;
        if (last == Seen.WILDCARD) {
            gapAfterWildcard += folded;
        }
        if (folded.contains("/")) {
            parameterInSegment = false;
            wildcardInSegment = false;
        }
    }

    private PathPart parameter(String name, int next) {
        if (wildcardInSegment) {
            return PathPart.Capture.plain(name, false, new PathPart.Run(true, gap));
        }
        if (wildcardFollowsInSegment(next)) {
            return PathPart.Capture.plain(name, false, new PathPart.Run(true, textFrom(next)));
        }
        return parameterInSegment
                ? new PathPart.Capture(name, false, new PathPart.Run(true, gap), null, gap)
                : PathPart.Capture.plain(name, false, PathPart.Run.OF_SEGMENT);
    }

    private PathPart wildcard(String name) {
        if (wildcardInSegment) {
            return PathPart.Capture.plain(name, true, new PathPart.Run(false, gap));
        }
        return gapAfterWildcard.isEmpty()
                ? PathPart.Capture.plain(name, true, PathPart.Run.OF_ANYTHING)
                : new PathPart.Capture(
                        name, true, new PathPart.Run(false, gapAfterWildcard), PathPart.Run.OF_SEGMENT, null);
    }

    private void requireGap(String name, String type) throws PathSyntaxException {
        if (last != Seen.NOTHING && gap.isEmpty()) {
            throw new PathSyntaxException("Missing text before \"%s\" %s".formatted(name, type));
        }
    }

    private void captured(Seen what) {
        last = what;
        gap = "";
    }

    private boolean wildcardFollowsInSegment(int from) {
        for (PathToken token : tokens.subList(from, tokens.size())) {
            if (token instanceof PathToken.Wildcard) {
                return true;
            }
            if (token instanceof PathToken.Text(String value) && value.contains("/")) {
                return false;
            }
        }
        return false;
    }

    private String textFrom(int from) {
        StringBuilder text = new StringBuilder();
        for (PathToken token : tokens.subList(from, tokens.size())) {
            if (!(token instanceof PathToken.Text(String value))) {
                break;
            }
            text.append(value);
        }
        return text.toString();
    }
}
