package dev.understudy.hosting.runtime;

import dev.understudy.asset.AssetFiles;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.mock.state.MockFiles;
import java.util.Optional;

/// The files that were uploaded for one environment, as they are at each moment.
record EnvironmentFiles(AssetFiles assets, EnvironmentId environment) implements MockFiles {

    @Override
    public Optional<byte[]> read(String path) {
        return assets.read(environment, path);
    }

    @Override
    public boolean contains(String path) {
        return assets.contains(environment, path);
    }
}
