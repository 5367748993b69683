package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.BranchId;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A branch with so many changes that nothing may depend on their number: how long it takes to open it, and to commit
/// changes that build on revision 1, while somebody else edits at the head. Started by `bench/long-log`.
public final class LongLogBench {

    private static final Actor ANA = TestAccess.actor("Ana");

    private LongLogBench() {}

    /// Takes the number of changes, or nothing for 300,000.
    public static void main(String[] arguments) throws Exception {
        int changes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        TestDatabase database = TestDatabase.fresh();
        try (TestProcess process = TestProcess.on(database, ANA)) {
            CoffeeShop shop = new CoffeeShop(process, ANA);
            BranchId branch = shop.access.branch().id();
            long start = System.nanoTime();
            ManyChanges.grow(database.dsl(), branch, shop.bye, changes + 1L);
            database.dsl().execute("analyze");
            show("made the log", start);
            long opening = System.nanoTime();
            Room room = process.rooms.open(shop.access);
            show("opening the branch", opening);
            measure(room, shop, "set", new Edit.Set(shop.hello, "label", "late"));
            measure(
                    room,
                    shop,
                    "splice of a text that nobody changed",
                    CoffeeShop.type(shop.hello, "hello", "hello you"));
            measure(room, shop, "splice of a node with all the changes", CoffeeShop.type(shop.bye, "bye", "bye bye"));
        }
        System.exit(0);
    }

    /// The slowest edit of somebody at the head tells how long others were held up.
    private static void measure(Room room, CoffeeShop shop, String what, Edit edit) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Long> slowest = CompletableFuture.supplyAsync(() -> slowest(room, shop, done));
        long start = System.nanoTime();
        CompletableFuture<Receipt> late = room.submitLater(shop.at(1, edit), shop.access, TextPolicy.REBASE);
        String outcome;
        try {
            outcome = late.get().kind().toString();
        } catch (ExecutionException failure) {
            outcome = failure.getCause().toString();
        }
        long took = System.nanoTime() - start;
        done.set(true);
        System.out.printf(
                "%-40s %,10.1f ms  %s; an edit at the head took %,.1f ms at most%n",
                what + ", base 1", took / 1e6, outcome, slowest.get() / 1e6);
    }

    private static long slowest(Room room, CoffeeShop shop, AtomicBoolean done) {
        long slowest = 0;
        for (int i = 0; !done.get() || i == 0; i++) {
            long start = System.nanoTime();
            Change change = shop.at(room.snapshot().revision(), new Edit.Set(shop.root, "name", "n" + i));
            var _ = room.submitLater(change, shop.access, TextPolicy.REBASE).join();
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        return slowest;
    }

    private static void show(String what, long start) {
        System.out.printf("%-40s %,10.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }
}
