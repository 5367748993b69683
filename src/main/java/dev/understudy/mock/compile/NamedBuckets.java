package dev.understudy.mock.compile;

import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.mock.bucket.BucketDefinition;
import dev.understudy.mock.respond.BucketMention;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Tells of data buckets that texts name and that are not there. For one version of an environment on one thread.
public final class NamedBuckets {

    private final List<BucketDefinition> buckets;
    private final Map<String, Boolean> known = new HashMap<>();

    public NamedBuckets(List<BucketDefinition> buckets) {
        this.buckets = buckets;
    }

    /// The first unknown name of each text.
    public List<Problem> problems(List<BucketMention> mentions) {
        return mentions.stream()
                .filter(each -> !known.computeIfAbsent(each.mention().name(), this::isKnown))
                .map(each -> new Problem(
                        Severity.ERROR,
                        "",
                        Optional.of(each.node()),
                        each.field(),
                        "There is no data bucket “%s” (line %d), so nothing stands in its place. Add it, or name another one."
                                .formatted(each.mention().name(), each.mention().line())))
                .toList();
    }

    private boolean isKnown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return buckets.stream().anyMatch(bucket -> bucket.isMeantBy(name, lower));
    }
}
