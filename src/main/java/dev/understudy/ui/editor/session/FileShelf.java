package dev.understudy.ui.editor.session;

import dev.understudy.asset.AssetContent;
import dev.understudy.asset.Assets;
import dev.understudy.asset.Stored;
import dev.understudy.asset.Upload;
import dev.understudy.collab.RoomUnavailable;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Actor;
import dev.understudy.team.Forbidden;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The contents of the files of the environment, and who brought them; which files there are says the document. What
/// the person may do is looked up each time. Any thread may call it, and may wait for the database.
public final class FileShelf {

    private static final String CLOSED = "This environment is not open to you any more.";

    private final Assets assets;
    private final Accesses accesses;
    private final Actor actor;
    private final EnvironmentId environment;

    FileShelf(Assets assets, Accesses accesses, Access access) {
        this.assets = assets;
        this.accesses = accesses;
        this.actor = access.actor();
        this.environment = access.environment();
    }

    /// Keeps a file.
    ///
    /// @param replace whether it may take the place of another file with that path
    public Shelving keep(String path, byte[] bytes, boolean replace) {
        Optional<String> refused = AssetPath.refusal(path);
        if (refused.isPresent()) {
            return new Shelving.Refused(refused.get());
        }
        return attempt(
                access -> switch (assets.put(access, new AssetPath(path), bytes, replace)) {
                    case Upload.Kept(var asset, boolean replaced) -> new Shelving.Kept(asset, replaced);
                    case Upload.Taken(var present) -> new Shelving.Taken(present);
                    case Upload.Refused(var excess) -> new Shelving.Refused(excess.message());
                },
                Shelving.Refused::new);
    }

    public Optional<AssetContent> read(AssetPath path) {
        return attempt(access -> assets.read(access, path), reason -> Optional.empty());
    }

    /// Who brought these contents; those that are not on this server are left out.
    public Map<FileContent, Stored> stored(Collection<FileContent> contents) {
        return attempt(access -> assets.stored(access, contents), reason -> Map.of());
    }

    private <T> T attempt(Function<Access, T> work, Function<String, T> refusal) {
        try {
            return accesses.find(actor, environment).map(work).orElseGet(() -> refusal.apply(CLOSED));
        } catch (Forbidden forbidden) {
            return refusal.apply(forbidden.sentence());
        } catch (RoomUnavailable unavailable) {
            return refusal.apply(String.valueOf(unavailable.getMessage()));
        }
    }
}
