package dev.understudy.collab;

import static dev.understudy.collab.CoffeeShop.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.server.TestDatabase;
import dev.understudy.team.Actor;
import dev.understudy.team.TestAccess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Rooms that come and go, and those who are in them.
class RoomLifeIT {

    private static final Actor ANA = TestAccess.actor("Ana");

    private static TestDatabase database;
    private static TestProcess process;
    private static TestProcess other;

    private CoffeeShop shop;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        process = TestProcess.on(database, ANA);
        other = TestProcess.another(database);
    }

    @AfterAll
    static void stop() {
        process.close();
        other.close();
    }

    @BeforeEach
    void create() {
        shop = new CoffeeShop(process, ANA);
    }

    @Test
    @DisplayName("R13 opening a room is using it")
    void openingIsUse() {
        Room room = process.rooms.open(shop.access);
        long before = room.lastUsedNanos();

        process.rooms.open(shop.access);

        assertThat(room.lastUsedNanos()).isGreaterThan(before);
        process.rooms.closeIdle(Duration.ofMinutes(1));
        assertThat(process.rooms.open(shop.access)).isSameAs(room);
    }

    @Test
    @DisplayName("R39 a room that was closed while somebody had it in hand still hears what others commit")
    void closedInHand() {
        Room inHand = process.rooms.open(shop.access);
        process.rooms.closeIdle(Duration.ZERO);
        assertThat(process.rooms.open(shop.access)).isNotSameAs(inHand);
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (var _ = inHand.subscribe(1, all -> all.forEach(change -> seen.add(change.revision())), () -> {})) {
            other.rooms.open(shop.access).submit(shop.at(1, label(shop.bye, "elsewhere")), shop.access);
            await().until(() -> seen.equals(List.of(2L)));
            process.rooms.open(shop.access).submit(shop.at(1, label(shop.bye, "next door")), shop.access);
            await().until(() -> seen.equals(List.of(2L, 3L)));
        }
    }

    @Test
    @DisplayName("R9 a subscriber that fails is told that it hears nothing more, once, and the others go on")
    void failingSubscriber() {
        Room room = process.rooms.open(shop.access);
        AtomicInteger told = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        List<Long> seen = new CopyOnWriteArrayList<>();
        try (var _ = room.subscribe(
                        1,
                        _ -> {
                            calls.incrementAndGet();
                            throw new AssertionError("can't be shown");
                        },
                        told::incrementAndGet);
                var _ = room.subscribe(1, all -> all.forEach(change -> seen.add(change.revision())), () -> {})) {
            room.submit(shop.at(1, label(shop.bye, "one")), shop.access);
            await().until(() -> told.get() == 1);
            room.submit(shop.at(1, label(shop.bye, "two")), shop.access);
            await().until(() -> seen.size() == 2);
        }
        assertThat(calls).hasValue(1);
        assertThat(told).hasValue(1);
    }
}
