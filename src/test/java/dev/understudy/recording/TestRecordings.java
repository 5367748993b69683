package dev.understudy.recording;

import dev.understudy.asset.TestAssets;
import dev.understudy.hosting.listener.TestHost;
import java.security.SecureRandom;
import java.time.Clock;

/// What one process has for its recordings.
final class TestRecordings implements AutoCloseable {

    final RecordingStore recordings;
    final RecordedStore recorded;
    final Recorder recorder;
    final Learning learning;
    final Recordings all;

    TestRecordings(TestHost host, Clock clock) {
        recordings = new RecordingStore(host.process.sql);
        recorded = new RecordedStore(host.process.sql);
        recorder = new Recorder(recordings, recorded, host.listeners, host.process.notifications, clock);
        learning = new Learning(host.process.rooms, TestAssets.in(host.process), new SecureRandom());
        all = new Recordings(recordings, recorded, recorder, learning, host.process.rooms, clock);
        recorder.start();
    }

    @Override
    public void close() {
        recorder.stop();
    }
}
