package dev.understudy.ui.home;

import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.Person;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Everything that the list shows of one environment.
record EnvironmentLine(EnvironmentSummary summary, MockLine mock, List<Person> here) {

    private static final Pattern WORDS = Pattern.compile("\\s+");

    EnvironmentLine {
        here = List.copyOf(here);
    }

    /// Its size and what is in it: "24 routes · orders, menu" or, without folders, "422 routes · 1,627 responses".
    String content() {
        String routes = Counted.of(summary.routes(), "route");
        if (!summary.folders().isEmpty()) {
            return routes + " · " + String.join(", ", summary.folders());
        }
        return summary.responses() > summary.routes()
                ? routes + " · " + Counted.of(summary.responses(), "response")
                : routes;
    }

    /// Whether all words of a search stand in the name, the folders, or the address.
    boolean matches(String search) {
        String text = String.join(" ", summary.name(), String.join(" ", summary.folders()), mock.url())
                .toLowerCase(Locale.ROOT);
        return WORDS.splitAsStream(search.toLowerCase(Locale.ROOT)).allMatch(text::contains);
    }
}
