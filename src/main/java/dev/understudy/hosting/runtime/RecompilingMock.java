package dev.understudy.hosting.runtime;

import dev.understudy.collab.Room;
import dev.understudy.collab.Snapshot;
import dev.understudy.environment.Environment;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockCompiler;
import dev.understudy.mock.MockSize;
import dev.understudy.server.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// The mock of an environment as of its newest revision. Each request sees one compilation from its start to its end,
/// and an edit swaps a reference. A revision there is no memory for is not compiled: the one before it answers on, and
/// that is a problem. Any thread may call it.
public final class RecompilingMock implements AutoCloseable {

    private record Version(long revision, Environment environment, MockCompiler.Compilation compilation) {}

    private final ReentrantLock building;
    private final MemoryBudget memory;
    private final Consumer<RecompilingMock> onNewUrl;
    private final MockRuntime hosted;
    private volatile Version version;
    private MockSize size;
    private Room room;
    private Subscription following;
    private volatile boolean unheard;

    private RecompilingMock(
            Room room,
            Snapshot first,
            ReentrantLock building,
            MemoryBudget memory,
            MockSize size,
            BiFunction<CompiledMock, MemoryBudget, MockRuntime> host,
            Consumer<RecompilingMock> onNewUrl) {
        this.room = room;
        this.building = building;
        this.memory = memory;
        this.size = size;
        this.onNewUrl = onNewUrl;
        this.version = new Version(first.revision(), first.environment(), MockCompiler.compile(first.environment()));
        this.hosted = host.apply(version.compilation().mock(), memory);
        this.following = following(first.revision());
    }

    /// Follows a room, and tells on some other thread when a change shows in what is said of its address. Empty if
    /// there is no memory for the mock.
    public static Optional<RecompilingMock> open(
            Room room,
            MockMemory.Share share,
            BiFunction<CompiledMock, MemoryBudget, MockRuntime> host,
            Consumer<RecompilingMock> onNewUrl) {
        share.building().lock();
        try {
            Snapshot first = room.snapshot();
            MemoryBudget memory = share.budget().part(Long.MAX_VALUE);
            MockSize size = MockSize.of(first.environment());
            if (!memory.take(size.bytes())) {
                return Optional.empty();
            }
            RecompilingMock mock = new RecompilingMock(room, first, share.building(), memory, size, host, onNewUrl);
            if (mock.hosted.fits()) {
                return Optional.of(mock);
            }
            mock.close();
            return Optional.empty();
        } finally {
            share.building().unlock();
        }
    }

    public MockRuntime hosted() {
        return hosted;
    }

    public Environment environment() {
        return version.environment();
    }

    /// What is wrong with the newest revision, which is compiled for it if nobody has done so yet.
    public List<Problem> problems() {
        refresh();
        return version.compilation().problems();
    }

    /// Compiles what changed since the last time, if anything did.
    void refresh() {
        building.lock();
        try {
            Version old = version;
            Snapshot now = room.snapshot();
            if (now.revision() > old.revision()) {
                version = new Version(now.revision(), now.environment(), compile(old, now.environment()));
                if (!address(old.environment()).equals(address(now.environment()))) {
                    onNewUrl.accept(this);
                }
            }
        } finally {
            building.unlock();
        }
    }

    private MockCompiler.Compilation compile(Version old, Environment now) {
        MockSize newSize = size.after(now);
        if (!memory.change(newSize.bytes() - size.bytes())) {
            Problem problem = noMemory(now, memory.refusal() + " It answers as it did before.");
            return new MockCompiler.Compilation(old.compilation().mock(), List.of(problem));
        }
        size = newSize;
        MockCompiler.Compilation next =
                MockCompiler.compile(now, old.compilation().mock());
        hosted.swap(next.mock());
        return next;
    }

    /// Makes up for a subscription that ended and for a room that was opened anew.
    public void follow(Room current) {
        building.lock();
        try {
            if (current != room || unheard) {
                following.close();
                room = current;
                following = following(version.revision());
            }
            refresh();
        } finally {
            building.unlock();
        }
    }

    private Subscription following(long after) {
        unheard = false;
        return room.subscribe(after, _ -> refresh(), () -> unheard = true);
    }

    @Override
    public void close() {
        building.lock();
        try {
            following.close();
            hosted.close();
        } finally {
            building.unlock();
        }
    }

    static Problem noMemory(Environment environment, String sentence) {
        return new Problem(
                Problem.Severity.ERROR, "", Optional.of(environment.root().id()), "", sentence);
    }

    private static List<Object> address(Environment environment) {
        return List.of(
                environment.root().get(Schema.ENVIRONMENT_PREFIX),
                environment.root().get(Schema.ENVIRONMENT_PORT));
    }
}
