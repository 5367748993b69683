package dev.understudy.mock;

import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.mock.bucket.BucketDefinition;
import dev.understudy.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What authors of data buckets should know.
final class BucketProblems {

    private BucketProblems() {}

    static List<Problem> of(List<BucketDefinition> buckets) {
        List<Problem> problems = new ArrayList<>();
        for (BucketDefinition bucket : buckets) {
            switch (bucket.template()) {
                case Template.Parsing.Malformed(String message, int _) ->
                    problems.add(Problem.atField(
                            bucket.node(), Schema.BUCKET_VALUE.key(), "This template can't be read. " + message));
                case Template.Parsing.Parsed(Template template) -> {
                    if (bucket.isBadJson()) {
                        problems.add(warning(bucket, "This is not JSON, so the bucket holds it as a text."));
                    }
                    UnknownHelpers.warning(template).ifPresent(message -> problems.add(warning(bucket, message)));
                }
            }
        }
        return problems;
    }

    private static Problem warning(BucketDefinition bucket, String message) {
        return new Problem(Severity.WARNING, "", Optional.of(bucket.node()), Schema.BUCKET_VALUE.key(), message);
    }
}
