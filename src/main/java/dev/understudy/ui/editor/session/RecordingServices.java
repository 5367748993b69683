package dev.understudy.ui.editor.session;

import dev.understudy.recording.Learning;
import dev.understudy.recording.Recordings;
import dev.understudy.server.heavy.Workshop;
import org.springframework.stereotype.Component;

/// What is recorded, and the ways into documents.
@Component
record RecordingServices(Recordings recordings, Learning learning, Workshop workshop) {}
