package dev.understudy.asset;

import dev.understudy.collab.TestProcess;
import java.security.SecureRandom;
import java.time.Clock;

/// The files as one process sees them.
public final class TestAssets {

    private TestAssets() {}

    public static Assets in(TestProcess process) {
        Clock clock = Clock.systemUTC();
        return new Assets(process.rooms, new Blobs(process.sql, clock), clock, new SecureRandom());
    }

    /// For its listeners.
    public static AssetFiles files(TestProcess process) {
        return new AssetFiles(process.sql);
    }
}
