package dev.understudy.hosting.runtime;

import dev.understudy.asset.AssetFiles;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.FileContent;
import dev.understudy.environment.FileEntry;
import dev.understudy.environment.FileIndex;
import dev.understudy.mock.state.MockFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of one environment as a version of its document has them.
final class EnvironmentFiles implements MockFiles {

    private final AssetFiles contents;
    private final EnvironmentId environment;
    private final FileIndex version;
    private volatile @Nullable Set<FileContent> present;

    EnvironmentFiles(AssetFiles contents, EnvironmentId environment, FileIndex version) {
        this.contents = contents;
        this.environment = environment;
        this.version = version;
    }

    @Override
    public Optional<byte[]> read(String path) {
        return version.find(path).flatMap(file -> contents.read(environment, file.content()));
    }

    @Override
    public boolean contains(String path) {
        return version.find(path)
                .filter(file -> present().contains(file.content()))
                .isPresent();
    }

    @Override
    public MockFiles at(FileIndex other) {
        return new EnvironmentFiles(contents, environment, other);
    }

    /// Looked up once, for all files together.
    private Set<FileContent> present() {
        Set<FileContent> known = present;
        if (known == null) {
            List<FileContent> all =
                    version.all().stream().map(FileEntry::content).toList();
            known = contents.present(environment, all);
            present = known;
        }
        return known;
    }
}
