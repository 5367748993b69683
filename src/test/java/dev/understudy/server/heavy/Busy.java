package dev.understudy.server.heavy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Keeps all threads of a workshop busy until it is closed, so that what comes meanwhile waits.
public final class Busy implements AutoCloseable {

    private final Workshop workshop;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final int running = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    private final List<Job<?>> jobs = new ArrayList<>();

    public Busy(Workshop workshop) {
        this.workshop = workshop;
        CountDownLatch begun = new CountDownLatch(running);
        for (int count = 0; count < running; count++) {
            jobs.add(workshop.submit("somebody " + count, "The import", 0, _ -> {
                begun.countDown();
                return await(opened);
            }));
        }
        await(begun);
    }

    /// How many jobs are being done.
    public int running() {
        return running;
    }

    /// How much is before somebody who comes now.
    public int ahead() {
        Job<String> probe = workshop.submit("probe", "The probe", 0, _ -> "");
        int ahead = probe.ahead();
        probe.giveUp();
        return ahead;
    }

    /// Lets so much of somebody wait.
    public void fill(Object owner, int count) {
        for (int job = 0; job < count; job++) {
            jobs.add(workshop.submit(owner, "The import", 0, _ -> ""));
        }
    }

    /// Lets the threads go on.
    public void open() {
        opened.countDown();
    }

    /// Returns when all of it is done.
    @Override
    public void close() {
        open();
        jobs.forEach(Job::get);
    }

    private static String await(CountDownLatch latch) {
        try {
            latch.await();
            return "";
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }
}
