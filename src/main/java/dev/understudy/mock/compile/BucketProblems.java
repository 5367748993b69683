package dev.understudy.mock.compile;

import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.mock.bucket.BucketDefinition;
import dev.understudy.template.Template;
import dev.understudy.template.syntax.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What authors of data buckets should know.
public final class BucketProblems {

    private BucketProblems() {}

    public static List<Problem> of(List<BucketDefinition> buckets, NamedBuckets named) {
        List<Problem> problems = new ArrayList<>();
        for (BucketDefinition bucket : buckets) {
            switch (bucket.template()) {
                case Template.Parsing.Malformed(String _, int _, Mistake mistake) ->
                    problems.add(Problem.atField(bucket.node(), Schema.BUCKET_VALUE.key(), mistake.sentence())
                            .at(mistake.from(), mistake.to()));
                case Template.Parsing.Parsed(Template template) -> {
                    if (bucket.isBadJson()) {
                        problems.add(
                                warning(
                                        bucket,
                                        "This is not JSON, so it is kept as a text. Put keys and texts in double quotes if it is meant to be JSON."));
                    }
                    String field = Schema.BUCKET_VALUE.key();
                    problems.addAll(TemplateProblems.of(bucket.node(), field, template));
                    problems.addAll(named.problems(TemplateProblems.buckets(bucket.node(), field, template)));
                }
            }
        }
        return problems;
    }

    private static Problem warning(BucketDefinition bucket, String message) {
        return new Problem(Severity.WARNING, "", Optional.of(bucket.node()), Schema.BUCKET_VALUE.key(), message);
    }
}
