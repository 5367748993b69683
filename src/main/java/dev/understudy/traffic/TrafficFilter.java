package dev.understudy.traffic;

import dev.understudy.environment.NodeId;
import java.util.Optional;
import java.util.function.Predicate;

/// Which exchanges somebody wants to see: those that are all of it.
///
/// @param words that stand in what is shown of them; blank for any
/// @param method in upper case; empty for any
/// @param statuses which classes of status
/// @param route that answered; empty for any
public record TrafficFilter(String words, Optional<String> method, Statuses statuses, Optional<NodeId> route)
        implements Predicate<Brief> {

    /// All of them.
    public static final TrafficFilter ANY = new TrafficFilter("", Optional.empty(), Statuses.ANY, Optional.empty());

    /// Classes of status.
    public enum Statuses {
        ANY("", 0, 1000),
        SUCCESS("2xx", 200, 299),
        REDIRECT("3xx", 300, 399),
        CLIENT("4xx", 400, 499),
        SERVER("5xx", 500, 599),
        ERRORS("errors", 400, 1000);

        private final String word;
        private final int first;
        private final int last;

        Statuses(String word, int first, int last) {
            this.word = word;
            this.first = first;
            this.last = last;
        }

        /// As addresses have it.
        public String word() {
            return word;
        }

        /// Any of them, where nothing is called so.
        public static Statuses of(String word) {
            for (Statuses statuses : values()) {
                if (statuses.word.equals(word)) {
                    return statuses;
                }
            }
            return ANY;
        }

        boolean has(int status) {
            return first <= status && status <= last;
        }
    }

    @Override
    public boolean test(Brief brief) {
        return method.filter(wanted -> !wanted.equalsIgnoreCase(brief.method())).isEmpty()
                && statuses.has(brief.status())
                && (route.isEmpty() || route.equals(brief.route()))
                && (words.isBlank() || brief.has(words));
    }
}
