package dev.understudy.compat;

import dev.understudy.hosting.wire.BareListener;
import dev.understudy.server.TestPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Compares the reference with our engine over a number of files. Each file has a server of ours to itself and one of
/// the reference's; several files are asked at once, the requests of a file one after the other.
final class Comparing {

    /// The reference serves that many files in one process, at most.
    private static final int BATCH = 16;

    /// That many files are asked at once: most of the time of some is waiting for what should not come.
    private static final int AT_ONCE = 12;

    private final Path script;
    private final Semaphore room = new Semaphore(AT_ONCE);

    private Comparing(Path script) {
        this.script = script;
    }

    /// The outcomes in the order of the files' names, without those that the reference does not serve.
    static List<Outcome> compare(List<Prepared> files) throws IOException, InterruptedException {
        Comparing comparing = new Comparing(Reference.install());
        return together(batches(files), comparing::batch).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Outcome::name))
                .toList();
    }

    /// Files alike in speaking TLS, dealt out so that those with the most requests are with different processes.
    private static List<List<Prepared>> batches(List<Prepared> files) {
        List<List<Prepared>> batches = new ArrayList<>();
        for (boolean secure : new boolean[] {false, true}) {
            List<Prepared> alike = files.stream()
                    .filter(file -> file.secure() == secure)
                    .sorted(Comparator.comparingInt(file -> -file.asks().size()))
                    .toList();
            int first = batches.size();
            int count = Math.ceilDiv(alike.size(), BATCH);
            for (int at = 0; at < alike.size(); at++) {
                if (at < count) {
                    batches.add(new ArrayList<>());
                }
                batches.get(first + at % count).add(alike.get(at));
            }
        }
        return batches;
    }

    private List<Outcome> batch(List<Prepared> files) throws IOException, InterruptedException {
        List<Integer> ports =
                Stream.generate(TestPorts::takeFree).limit(files.size()).toList();
        List<Path> paths = files.stream().map(Prepared::file).toList();
        try (Reference reference =
                Reference.start(script, paths, ports, files.getFirst().secure())) {
            List<Integer> served = new ArrayList<>();
            for (int at = 0; at < files.size(); at++) {
                if (reference.serves(ports.get(at))) {
                    served.add(at);
                } else {
                    System.out.println(
                            "The reference does not serve " + files.get(at).name());
                }
            }
            return together(served, at -> file(files.get(at), ports.get(at)));
        }
    }

    private Outcome file(Prepared file, int referencePort) throws IOException, InterruptedException {
        room.acquire();
        try (BareListener ours =
                new BareListener(file.environment(), file.file().getParent(), file.secure())) {
            long start = System.nanoTime();
            List<Outcome.Difference> differences = new ArrayList<>();
            Path folder = file.file().getParent();
            for (Ask ask : file.asks()) {
                Answers answers = answers(
                        file, ask, new Door(referencePort, file.secure()), new Door(ours.port(), file.secure()));
                Told expected = answers.reference().without(folder + "/").without(folder.getParent() + "/");
                Optional<String> kind = Verdict.difference(expected, answers.ours(), file.random());
                kind.ifPresent(text -> differences.add(new Outcome.Difference(ask, text, expected, answers.ours())));
            }
            return new Outcome(file.name(), file.asks().size(), differences, (System.nanoTime() - start) / 1_000_000);
        } finally {
            room.release();
        }
    }

    /// What both say to the same.
    private record Answers(Told reference, Told ours) {}

    private static Answers answers(Prepared file, Ask ask, Door reference, Door ours)
            throws IOException, InterruptedException {
        List<Told> told = together(List.of(reference, ours), door -> Asking.ask(door, ask));
        if (file.elsewhere().isEmpty()) {
            return new Answers(told.getFirst(), told.getLast());
        }
        Elsewhere.Both elsewhere = file.elsewhere().get();
        elsewhere.settle();
        return new Answers(
                whole(told.getFirst(), reference, elsewhere.reference()),
                whole(told.getLast(), ours, elsewhere.ours()));
    }

    /// An answer with the calls that were made for it.
    private static Told whole(Told told, Door door, Elsewhere elsewhere) {
        return told.and(elsewhere.told().stream()
                        .map(call -> call.replace(":" + door.port(), ":PORT"))
                        .toList())
                .naming(elsewhere.authority(), Elsewhere.NAME);
    }

    private interface Work<T, R> {
        R on(T item) throws IOException, InterruptedException;
    }

    /// Works on all items at the same time and waits for all.
    private static <T, R> List<R> together(List<T> items, Work<T, R> work) throws IOException, InterruptedException {
        List<R> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<R>> tasks =
                    items.stream().<Callable<R>>map(item -> () -> work.on(item)).toList();
            for (Future<R> result : threads.invokeAll(tasks)) {
                results.add(result.get());
            }
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
        return results;
    }
}
