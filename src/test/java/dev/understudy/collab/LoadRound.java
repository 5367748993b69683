package dev.understudy.collab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;

/// A few seconds in which so many clients write as fast as they get answers, and others watch.
final class LoadRound {

    /// What came of it.
    ///
    /// @param delays from the submission of a change until one of those who watch had it
    record Result(int edits, double seconds, long cpuMillis, LoadDelays delays) {

        double perSecond() {
            return edits / seconds;
        }

        double cpuMillisPerEdit() {
            return (double) cpuMillis / edits;
        }
    }

    private static final int MAX_EDITS = 1_000_000;

    private final LoadTarget target;
    private final List<String> nodes;
    private final AtomicLongArray submittedAt = new AtomicLongArray(MAX_EDITS);
    private final AtomicLong numbers;
    private final long first;

    /// @param nodes whose bodies are set
    /// @param numbers what changes are numbered by, over all rounds
    LoadRound(LoadTarget target, List<String> nodes, AtomicLong numbers) {
        this.target = target;
        this.nodes = nodes;
        this.numbers = numbers;
        this.first = numbers.get();
    }

    Result run(int writers, int watchers, double seconds) throws IOException, InterruptedException {
        try (LoadWatchers all = new LoadWatchers(target, watchers, number -> submittedAt.get((int) (number - first)))) {
            long base = target.revision().getAsLong();
            long cpu = cpuMillis();
            long start = System.nanoTime();
            long end = start + (long) (seconds * 1e9);
            List<Thread> threads = new ArrayList<>();
            List<Throwable> failures = new ArrayList<>();
            for (int at = 0; at < writers; at++) {
                int writer = at;
                threads.add(Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                        .start(() -> write("writer-" + writer, base, end)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            double passed = (System.nanoTime() - start) / 1e9;
            if (!failures.isEmpty()) {
                throw new IllegalStateException("A writer failed", failures.getFirst());
            }
            int edits = (int) (numbers.get() - first);
            LoadDelays delays = all.until(edits);
            return new Result(edits, passed, cpuMillis() - cpu, delays);
        }
    }

    private void write(String client, long base, long end) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (LoadWriter writer = new LoadWriter(target, client, base)) {
            while (System.nanoTime() < end) {
                long number = numbers.getAndIncrement();
                String text = "{{urlParam 'id'}} is the thing that %s wrote as number %d, and 50 others read it."
                        .formatted(client, number);
                submittedAt.set((int) (number - first), System.nanoTime());
                writer.submit(number, nodes.get(random.nextInt(nodes.size())), text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private long cpuMillis() {
        return ProcessHandle.of(target.pid())
                .orElseThrow()
                .info()
                .totalCpuDuration()
                .orElseThrow()
                .toMillis();
    }
}
