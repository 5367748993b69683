package dev.understudy.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.ui.editor.panel.DetourNote;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.MockWatch;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.Errand;
import java.util.Optional;
import java.util.function.Function;

/// What the mock of the environment does, where it answers, and what can be done with that: open it, copy its address
/// or a command that asks it, start it, stop it.
final class ListenerBar extends Div {

    /// The route that the command asks.
    private record Asked(Optional<NodeId> shown) implements Function<Environment, Optional<Node>> {
        @Override
        public Optional<Node> apply(Environment environment) {
            return Curl.asked(environment, shown).flatMap(environment::find);
        }
    }

    private final EditorSession session;
    private final Curl curl;
    private final Span state = new Span();
    private final Anchor address = new Anchor();
    private final Span detour = new Span();
    private final CopyButton copy = new CopyButton("Copy");
    private final CopyButton command = new CopyButton("curl");
    private final Button run = new Button();
    private final ValueSignal<Optional<NodeId>> shown = new ValueSignal<>(Optional.empty());

    ListenerBar(EditorSession session, Curl curl) {
        this.session = session;
        this.curl = curl;
        addClassName("listener");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Mock");
        state.addClassName("state");
        state.getElement().setAttribute("role", "status");
        address.setTarget(AnchorTarget.BLANK);
        address.getElement().setAttribute("rel", "noreferrer");
        address.addClassNames("address-link", "cut");
        address.setTitle("Open in a new tab");
        detour.addClassNames("detour", "cut");
        copy.getElement().setAttribute("title", "Copy the address");
        copy.addClassName("copy-url");
        command.getElement().setAttribute("title", "Copy a curl command for this route");
        command.addClassName("copy-curl");
        run.addClassName("run");
        run.addClickListener(click -> change());
        add(state, address, detour, copy, command, run);
        Signal.effect(this, () -> {
            session.parts().read(new Asked(shown.get()));
            project(session.mock().listener().get(), shown.get());
        });
        Signal.effect(this, () -> {
            session.standing().get();
            run.setVisible(session.access().allows(Action.MANAGE_LISTENER));
        });
    }

    /// @param node what is shown: the command asks its route
    void show(Optional<NodeId> node) {
        shown.set(node);
    }

    private void project(ListenerState listener, Optional<NodeId> node) {
        ListenerWords words = ListenerWords.of(listener);
        state.setText(words.state());
        state.getElement().setAttribute("data-tone", words.tone().word());
        run.setText(words.runs() ? "Stop" : "Start");
        Optional<String> url = words.url();
        address.setVisible(url.isPresent());
        copy.setVisible(url.isPresent());
        detour.setVisible(words.detour().isPresent());
        words.detour().ifPresent(why -> detour.setText(why.brief()));
        detour.setTitle(DetourNote.sentence(listener));
        Optional<String> line = curl.ofShown(node);
        command.setVisible(line.isPresent());
        line.ifPresent(command::setCopied);
        url.ifPresent(now -> {
            address.setHref(now);
            address.setText(now.replaceFirst("^https?://", ""));
            copy.setCopied(now);
        });
    }

    private void change() {
        MockWatch mock = session.mock();
        Access access = session.access();
        boolean start = !ListenerWords.of(mock.listener().peek()).runs();
        Errand.run(run, () -> mock.change(access, start), mock::show);
    }
}
