package dev.understudy.hosting;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.mock.MockFiles;

/// Where the files are that were uploaded for environments. Any thread may call it.
@FunctionalInterface
public interface AssetFiles {

    /// The files of one environment, as they are at each moment.
    MockFiles of(EnvironmentId environment);
}
