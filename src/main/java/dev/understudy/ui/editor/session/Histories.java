package dev.understudy.ui.editor.session;

import dev.understudy.history.RemovedNodes;
import dev.understudy.history.Undo;
import dev.understudy.history.activity.ActivityLog;
import dev.understudy.history.past.Past;
import dev.understudy.history.past.Restoration;
import dev.understudy.history.visit.Visits;
import org.springframework.stereotype.Component;

/// What happened, and the ways back.
@Component
record Histories(
        Undo undo, RemovedNodes removed, ActivityLog activity, Past past, Restoration restoration, Visits visits) {}
