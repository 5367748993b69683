package dev.understudy.collab;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.BooleanSupplier;

/// How long commits take and how many edits they carry.
final class CommitMetrics {

    private final Timer commits;
    private final Counter edits;

    CommitMetrics(MeterRegistry registry) {
        commits = Timer.builder("understudy.commit")
                .description("Time of one transaction of a room")
                .publishPercentileHistogram()
                .register(registry);
        edits = Counter.builder("understudy.edits")
                .description("Edits that were committed")
                .register(registry);
    }

    boolean time(int count, BooleanSupplier commit) {
        Timer.Sample sample = Timer.start();
        boolean committed = commit.getAsBoolean();
        sample.stop(commits);
        if (committed) {
            edits.increment(count);
        }
        return committed;
    }
}
