package dev.understudy.ui.editor;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.NodeId;
import dev.understudy.hosting.ListenerState;
import dev.understudy.team.Action;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.kit.CopyButton;
import java.util.Optional;

/// What the mock of the environment does, where it answers, and what can be done with that: open it, copy its address
/// or a command that asks it, start it, stop it.
final class ListenerBar extends Div {

    private final Desk desk;
    private final Curl curl;
    private final Span state = new Span();
    private final Anchor address = new Anchor();
    private final CopyButton copy = new CopyButton("Copy");
    private final CopyButton command = new CopyButton("curl");
    private final Button run = new Button();
    private final ValueSignal<Optional<NodeId>> shown = new ValueSignal<>(Optional.empty());

    ListenerBar(Desk desk, Curl curl) {
        this.desk = desk;
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
        copy.getElement().setAttribute("title", "Copy the address");
        copy.addClassName("copy-url");
        command.getElement().setAttribute("title", "Copy a curl command for this route");
        command.addClassName("copy-curl");
        run.addClassName("run");
        run.addClickListener(click -> change());
        add(state, address, copy, command, run);
        Signal.effect(this, () -> {
            desk.document().get();
            project(desk.mock().listener().get(), shown.get());
        });
        Signal.effect(this, () -> {
            desk.standing().get();
            run.setVisible(desk.access().allows(Action.MANAGE_LISTENER));
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
        boolean start = !ListenerWords.of(desk.mock().listener().peek()).runs();
        run.setEnabled(false);
        ListenerSwitch.turn(desk, UI.getCurrentOrThrow(), start, () -> run.setEnabled(true));
    }
}
