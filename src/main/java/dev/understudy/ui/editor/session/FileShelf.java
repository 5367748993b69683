package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.asset.Asset;
import dev.understudy.asset.AssetContent;
import dev.understudy.asset.AssetPath;
import dev.understudy.asset.Assets;
import dev.understudy.asset.Upload;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.server.Subscription;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import dev.understudy.ui.kit.Coalesced;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The files of the environment as a tab sees them, and what it can do with them. What the person may do is looked up
/// each time. The signal is for those with the lock of the UI; any thread may do the rest, and may wait for the
/// database.
public final class FileShelf {

    private static final String CLOSED = "This environment is not open to you any more.";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Assets assets;
    private final Accesses accesses;
    private final Actor actor;
    private final EnvironmentId environment;
    private final ValueSignal<Optional<List<Asset>>> files = new ValueSignal<>(Optional.empty());
    private volatile @Nullable Coalesced<List<Asset>> looks;

    FileShelf(Assets assets, Accesses accesses, Access access) {
        this.assets = assets;
        this.accesses = accesses;
        this.actor = access.actor();
        this.environment = access.environment();
    }

    /// All files by their paths; empty as long as they are looked up for the first time.
    public Signal<Optional<List<Asset>>> files() {
        return files;
    }

    /// The file with a path, as far as this tab knows.
    public Optional<Asset> find(String path) {
        return files.peek().orElse(List.of()).stream()
                .filter(file -> file.path().text().equals(path))
                .findFirst();
    }

    /// Looks again, in case the word of a change got lost.
    public void look() {
        Coalesced<List<Asset>> looking = looks;
        if (looking != null) {
            looking.request();
        }
    }

    /// Keeps a file of 0 to [Assets#MAX_FILE_BYTES] bytes.
    ///
    /// @param replace whether it may take the place of another file with that path
    public Shelving keep(String path, byte[] bytes, boolean replace) {
        Optional<String> refused = AssetPath.refusal(path);
        if (refused.isPresent()) {
            return new Shelving.Refused(refused.get());
        }
        return attempt(access -> keep(access, new AssetPath(path), bytes, replace), Shelving.Refused::new);
    }

    /// Takes a file away; empty, or why not.
    public Optional<String> remove(AssetPath path) {
        return attempt(
                access -> assets.remove(access, path)
                        ? Optional.empty()
                        : Optional.of("Somebody else deleted " + path + " before."),
                Optional::of);
    }

    /// Gives a file another path; empty, or why not.
    public Optional<String> rename(AssetPath from, AssetPath to) {
        return attempt(
                access -> switch (assets.rename(access, from, to)) {
                    case DONE -> Optional.empty();
                    case GONE -> Optional.of("Somebody deleted or renamed " + from + " before.");
                    case TAKEN -> Optional.of("There is a file " + to + " already. Choose another name.");
                },
                Optional::of);
    }

    public Optional<AssetContent> read(AssetPath path) {
        return attempt(access -> assets.read(access, path), reason -> Optional.empty());
    }

    /// Keeps looking until what it returns is closed.
    Subscription open(Executor ui) {
        Coalesced<List<Asset>> looking = new Coalesced<>(this::list, this::show, ui, BETWEEN_LOOKS);
        looks = looking;
        Subscription changes = assets.onChange(environment, looking::request);
        looking.request();
        return () -> {
            looks = null;
            changes.close();
        };
    }

    private Shelving keep(Access access, AssetPath path, byte[] bytes, boolean replace) {
        Optional<Asset> present = assets.list(access).stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
        if (present.isPresent() && !replace) {
            return new Shelving.Taken(present.get());
        }
        return switch (assets.put(access, path, bytes)) {
            case Upload.Stored(Asset asset, boolean replaced) -> new Shelving.Kept(asset, replaced);
            case Upload.Refused(long _, long _, String message) -> new Shelving.Refused(message);
        };
    }

    private List<Asset> list() {
        return attempt(assets::list, reason -> List.of());
    }

    private void show(List<Asset> found) {
        if (!files.peek().equals(Optional.of(found))) {
            files.set(Optional.of(found));
        }
    }

    private <T> T attempt(Function<Access, T> work, Function<String, T> refusal) {
        try {
            return accesses.find(actor, environment).map(work).orElseGet(() -> refusal.apply(CLOSED));
        } catch (Forbidden forbidden) {
            return refusal.apply(forbidden.sentence());
        }
    }
}
