package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.MockWatch;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Tone;
import java.util.Optional;

/// Says across the form why the mock does not answer although it should. Shows nothing otherwise.
final class ListenerTrouble extends Div {

    ListenerTrouble(EditorSession session) {
        Button again = new Button("Start again");
        again.addClickListener(click -> {
            MockWatch mock = session.mock();
            Access access = session.access();
            Errand.run(again, () -> mock.change(access, true), mock::show);
        });
        Banner banner = new Banner(Tone.BAD, "", again);
        addClassName("listener-trouble");
        add(banner);
        Signal.effect(this, () -> {
            Optional<String> failure =
                    ListenerWords.of(session.mock().listener().get()).failure();
            setVisible(failure.isPresent());
            failure.ifPresent(reason -> banner.show(Tone.BAD, "The mock does not answer. " + reason));
        });
        Signal.effect(this, () -> {
            session.standing().get();
            again.setVisible(session.access().allows(Action.MANAGE_LISTENER));
        });
    }
}
