package dev.understudy.ui.editor.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.collab.Room;
import dev.understudy.edit.Edit;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.environment.Schema;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.ui.editor.EditorFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TroubleWatchIT extends EditorFixture {

    private final AtomicInteger checks = new AtomicInteger();
    private volatile boolean fails;

    @Test
    @DisplayName("U132 what is wrong is found out once for all tabs, and not for each key of somebody who types")
    void onceForAll() {
        Access access = accessOf(ana, id);
        Room room = rooms.open(access);
        TroubleWatch watch = new TroubleWatch(this::named);
        List<List<Troubles>> tabs = new ArrayList<>();
        List<Subscription> open = new ArrayList<>();
        for (int tab = 0; tab < 50; tab++) {
            List<Troubles> told = new CopyOnWriteArrayList<>();
            tabs.add(told);
            open.add(watch.watch(access, room, told::add));
        }
        await().until(() -> tabs.stream().noneMatch(List::isEmpty));

        long start = System.nanoTime();
        for (int key = 1; key <= 30; key++) {
            submit(ben, new Edit.Set(root(), Schema.ENVIRONMENT_NAME.key(), "name " + key));
        }
        await().until(() ->
                tabs.stream().allMatch(told -> message(told.getLast()).equals("name 30")));

        long pauses = (System.nanoTime() - start) / TroubleWatch.BETWEEN_CHECKS.toNanos();
        assertThat(checks.get()).isLessThanOrEqualTo((int) pauses + 3);
        assertThat(tabs)
                .allSatisfy(told ->
                        assertThat(told.getLast()).isSameAs(tabs.getFirst().getLast()));

        List<Troubles> late = new CopyOnWriteArrayList<>();
        open.add(watch.watch(access, room, late::add));
        assertThat(message(late.getFirst())).isEqualTo("name 30");
        open.forEach(Subscription::close);
    }

    @Test
    @DisplayName("U132 where it can't be found out for a moment, it is as soon as that is possible")
    void afterFailure() {
        fails = true;
        Access access = accessOf(ana, id);
        List<Troubles> told = new CopyOnWriteArrayList<>();
        try (Subscription _ = new TroubleWatch(this::named).watch(access, rooms.open(access), told::add)) {
            await().until(() -> checks.get() > 1);
            assertThat(told).isEmpty();
            fails = false;
            await().until(() -> !told.isEmpty());
        }
    }

    /// The name of the environment as a problem of it.
    private List<Problem> named(Access access) {
        checks.incrementAndGet();
        if (fails) {
            throw new IllegalStateException("Not now");
        }
        return List.of(new Problem(Severity.WARNING, "", Optional.of(root()), "name", name()));
    }

    private String name() {
        return document().root().get(Schema.ENVIRONMENT_NAME);
    }

    private static String message(Troubles troubles) {
        return troubles.all().getFirst().message();
    }

    private NodeId root() {
        return document().root().id();
    }
}
