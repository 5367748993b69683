package dev.understudy.ui.editor;

import com.vaadin.flow.component.UI;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.team.Access;
import dev.understudy.team.Forbidden;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.MockWatch;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;

/// Starts and stops the mock without holding up the screen: it can take seconds.
final class ListenerSwitch {

    private sealed interface Result {
        record Now(ListenerState state) implements Result {}

        record Refused(String sentence) implements Result {}
    }

    private ListenerSwitch() {}

    static void turn(EditorSession session, UI ui, boolean start, Runnable finished) {
        MockWatch mock = session.mock();
        Access access = session.access();
        Live.compute(ui, () -> attempt(mock, access, start), result -> {
            finished.run();
            switch (result) {
                case Result.Now(ListenerState state) -> mock.show(state);
                case Result.Refused(String sentence) -> {
                    Notices.failed(sentence);
                    session.recheck();
                }
            }
        });
    }

    private static Result attempt(MockWatch mock, Access access, boolean start) {
        try {
            return new Result.Now(mock.change(access, start));
        } catch (Forbidden forbidden) {
            return new Result.Refused(forbidden.sentence());
        }
    }
}
