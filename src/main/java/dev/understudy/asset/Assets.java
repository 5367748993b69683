package dev.understudy.asset;

import dev.understudy.collab.Receipt;
import dev.understudy.collab.Room;
import dev.understudy.collab.RoomUnavailable;
import dev.understudy.collab.Rooms;
import dev.understudy.collab.Snapshot;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Excess;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.FileExcess;
import dev.understudy.environment.FileIndex;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The files of environments: nodes of the document, which changes bring and take away like all others, and contents,
/// which are stored beside it by their hash. Who sees an environment sees its files, who may edit it uploads and
/// removes them. Any thread may call it.
@Component
public class Assets {

    /// Somebody else would have to be faster as often as that.
    private static final int ATTEMPTS = 20;

    private final Rooms rooms;
    private final Blobs blobs;
    private final Clock clock;
    private final RandomGenerator chance;

    Assets(Rooms rooms, Blobs blobs, Clock clock, RandomGenerator chance) {
        this.rooms = rooms;
        this.blobs = blobs;
        this.clock = clock;
        this.chance = chance;
    }

    /// By path.
    public List<Asset> list(Access access) {
        Collection<FileEntry> files =
                FileIndex.of(rooms.open(access).newest().environment()).all();
        Map<FileContent, Stored> stored =
                stored(access, files.stream().map(FileEntry::content).toList());
        return files.stream()
                .map(file -> new Asset(file.path(), file.content(), Optional.ofNullable(stored.get(file.content()))))
                .toList();
    }

    /// Who brought these contents; those that are not there are left out.
    public Map<FileContent, Stored> stored(Access access, Collection<FileContent> contents) {
        return blobs.find(access.require(Action.VIEW).environment(), contents);
    }

    public Optional<AssetContent> read(Access access, AssetPath path) {
        EnvironmentId environment = access.require(Action.VIEW).environment();
        return find(rooms.open(access).newest(), path).flatMap(file -> blobs.open(environment, file.content()));
    }

    /// Keeps a file.
    ///
    /// @param replace whether it may take the place of another one with that path
    /// @throws RoomUnavailable if it can't be saved for the moment
    public Upload put(Access access, AssetPath path, byte[] bytes, boolean replace) {
        Room room = rooms.open(access.require(Action.EDIT));
        Snapshot now = room.newest();
        Optional<FileEntry> present = find(now, path);
        if (present.isPresent() && !replace) {
            return new Upload.Taken(asset(access, present.get()));
        }
        FileContent content = FileContent.of(bytes);
        Optional<FileExcess> excess = excess(now.environment(), present, bytes.length)
                .or(() -> blobs.keep(
                        access.environment(), content, bytes, access.actor().user(), now()));
        return excess.<Upload>map(Upload.Refused::new).orElseGet(() -> refer(access, room, path, content, replace));
    }

    /// Keeps a content that a change is just about to refer to.
    ///
    /// @return why there is no room for it; empty if it is kept
    public Optional<FileExcess> keep(Access access, FileContent content, byte[] bytes) {
        EnvironmentId environment = access.require(Action.EDIT).environment();
        return blobs.keep(environment, content, bytes, access.actor().user(), now());
    }

    /// False if there is none with that path.
    ///
    /// @throws RoomUnavailable if it can't be saved for the moment
    public boolean remove(Access access, AssetPath path) {
        Room room = rooms.open(access.require(Action.EDIT));
        Snapshot now = room.newest();
        return find(now, path)
                .map(file -> submit(access, room, now, List.of(new Edit.Remove(file.node()))))
                .filter(receipt -> receipt.kind().isAccepted())
                .isPresent();
    }

    /// Lets the document refer to a content. Somebody else may change what is at the path between the look and the
    /// change: then it is done again on top of that.
    private Upload refer(Access access, Room room, AssetPath path, FileContent content, boolean replace) {
        Optional<NodeId> stray = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Snapshot now = room.newest();
            Optional<FileEntry> present = find(now, path);
            if (present.isPresent() && !replace) {
                return new Upload.Taken(asset(access, present.get()));
            }
            FileEntry file =
                    new FileEntry(present.map(FileEntry::node).orElseGet(() -> NodeId.random(chance)), path, content);
            if (stray.isEmpty() && present.equals(Optional.of(file))) {
                return new Upload.Kept(asset(access, file), true);
            }
            List<Edit> edits = new ArrayList<>();
            edits.add(present.isPresent() ? set(file) : add(now.environment(), file));
            stray.map(Edit.Remove::new).ifPresent(edits::add);
            Receipt receipt = submit(access, room, now, edits);
            if (receipt.kind() == Receipt.Kind.TOO_LARGE) {
                return new Upload.Refused(new FileExcess(
                        receipt.excess().orElseThrow(),
                        receipt.notes().getFirst().message()));
            }
            FileEntry made = made(file, receipt);
            if (receipt.kind().isAccepted() && (made.equals(file) || !replace)) {
                return new Upload.Kept(asset(access, made), present.isPresent());
            }
            // Somebody else took the path first: theirs is replaced, and what came beside it goes again.
            stray = receipt.kind().isAccepted() ? Optional.of(made.node()) : stray;
        }
        throw new RoomUnavailable("The file could not be saved: others change it all the time. Try again.", null);
    }

    /// A file as it went in: perhaps with another path.
    private static FileEntry made(FileEntry wanted, Receipt receipt) {
        return receipt.effects().stream()
                .flatMap(effect -> effect.edit() instanceof Edit.Set(NodeId node, String field, Object value)
                                && node.equals(wanted.node())
                                && field.equals(Schema.FILE_PATH.key())
                        ? Stream.of(new FileEntry(node, new AssetPath((String) value), wanted.content()))
                        : Stream.empty())
                .findFirst()
                .orElse(wanted);
    }

    private Receipt submit(Access access, Room room, Snapshot base, List<Edit> edits) {
        String client = "files-" + Long.toHexString(chance.nextLong());
        return room.submit(new Change(client, 1, base.revision(), edits), access);
    }

    private Asset asset(Access access, FileEntry file) {
        Map<FileContent, Stored> stored = blobs.find(access.environment(), List.of(file.content()));
        return new Asset(file.path(), file.content(), Optional.ofNullable(stored.get(file.content())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Edit set(FileEntry file) {
        return new Edit.Set(
                file.node(), Schema.FILE_CONTENT.key(), file.content().text());
    }

    private static Edit add(Environment environment, FileEntry file) {
        return new Edit.Add(
                file.node(),
                Kind.FILE,
                environment.root().id(),
                Slot.FILES,
                Optional.empty(),
                Map.of(
                        Schema.FILE_PATH, file.path().text(),
                        Schema.FILE_CONTENT, file.content().text()),
                Map.of());
    }

    private static Optional<FileEntry> find(Snapshot snapshot, AssetPath path) {
        return FileIndex.of(snapshot.environment()).find(path.text());
    }

    private static Optional<FileExcess> excess(Environment environment, Optional<FileEntry> replaced, int size) {
        if (size > Limits.MAX_FILE_BYTES) {
            return Optional.of(new FileExcess(
                    new Excess(Limits.MAX_FILE_BYTES, size),
                    "A file can have up to %,d bytes.".formatted(Limits.MAX_FILE_BYTES)));
        }
        Collection<Node> files = environment.children(environment.root().id(), Slot.FILES);
        long bytes = files.stream()
                .mapToLong(file -> file.get(Schema.FILE_CONTENT).size())
                .sum();
        return FileExcess.of(
                files.size() + (replaced.isPresent() ? 0 : 1),
                bytes + size - replaced.map(file -> file.content().size()).orElse(0));
    }
}
