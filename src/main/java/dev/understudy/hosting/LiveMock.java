package dev.understudy.hosting;

import dev.understudy.collab.Room;
import dev.understudy.collab.Snapshot;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.mock.CompiledMock;
import dev.understudy.mock.MockCompiler;
import dev.understudy.server.Subscription;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The mock of an environment as of its newest revision. Each request sees one compilation from its start to its
/// end, and an edit swaps a reference. Any thread may call it.
final class LiveMock implements AutoCloseable {

    private record Version(long revision, Environment environment, MockCompiler.Compilation compilation) {}

    private final Consumer<LiveMock> onNewUrl;
    private final HostedMock hosted;
    private volatile Version version;
    private Room room;
    private Subscription following;

    /// Follows a room, and tells on some other thread when a change shows in the URL.
    LiveMock(Room room, Function<CompiledMock, HostedMock> host, Consumer<LiveMock> onNewUrl) {
        this.room = room;
        this.onNewUrl = onNewUrl;
        Snapshot first = room.snapshot();
        this.version = new Version(first.revision(), first.environment(), MockCompiler.compile(first.environment()));
        this.hosted = host.apply(version.compilation().mock());
        this.following = room.subscribe(first.revision(), _ -> refresh());
    }

    HostedMock hosted() {
        return hosted;
    }

    Environment environment() {
        return version.environment();
    }

    /// What is wrong with the newest revision, which is compiled for it if nobody has done so yet.
    List<Problem> problems() {
        refresh();
        return version.compilation().problems();
    }

    /// Compiles what changed since the last time, if anything did.
    synchronized void refresh() {
        Version old = version;
        Snapshot now = room.snapshot();
        if (now.revision() <= old.revision()) {
            return;
        }
        CompiledMock before = old.compilation().mock();
        MockCompiler.Compilation compilation = MockCompiler.compile(now.environment(), before);
        hosted.swap(compilation.mock());
        version = new Version(now.revision(), now.environment(), compilation);
        if (!prefix(old.environment()).equals(prefix(now.environment()))) {
            onNewUrl.accept(this);
        }
    }

    /// Makes up for a subscription that ended and for a room that was opened anew.
    synchronized void follow(Room current) {
        if (current != room) {
            following.close();
            room = current;
            following = current.subscribe(version.revision(), _ -> refresh());
        }
        refresh();
    }

    @Override
    public synchronized void close() {
        following.close();
        hosted.close();
    }

    private static String prefix(Environment environment) {
        return environment.root().get(Schema.ENVIRONMENT_PREFIX);
    }
}
