package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.link.Links;
import dev.understudy.team.link.ReadLink;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.Rows;
import dev.understudy.ui.kit.SecretField;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The read-only links of the environment, for those who may edit it: who made each, when it was last used, and how to
/// end it. The address of a link is on the screen only after it was made, until one goes elsewhere. Looks only while it
/// is shown itself.
final class LinkSettings extends Div {

    /// What others make, revoke and use shows after so long.
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final EditorSession session;
    private final Clock clock;
    private final Paragraph words = SettingsPanel.note("");
    private final Div fresh = new Div();
    private final Rows rows = new Rows("Made by", "Made", "Last used", "");
    private final Button create = new Button("New read-only link", click -> make());
    private final ValueSignal<Boolean> shown = new ValueSignal<>(false);
    private Runnable look = () -> {};
    private List<ReadLink> listed = List.of();

    LinkSettings(EditorSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        addClassNames("part", "links");
        rows.setVisible(false);
        Div buttons = new Div(create);
        buttons.addClassName("row");
        add(new H2("Read-only links"), words, rows, fresh, buttons);
        Live.whileAttached(this, ui -> {
            look = new Coalesced<>(this::load, this::show, ui, PAUSE)::request;
            look();
            return () -> {};
        });
        Signal.effect(this, this::project);
        Live.every(LOOK, this, this::look);
    }

    /// To be told whether it is on the screen.
    void show(boolean on) {
        fresh.removeAll();
        shown.set(on);
    }

    private void project() {
        boolean mayEdit = session.standing().get().mayEdit();
        create.setVisible(mayEdit);
        if (!mayEdit) {
            fresh.removeAll();
            list(List.of());
            words.setText("Whoever may edit this environment can share it by links that only read.");
        } else if (shown.get()) {
            look.run();
        }
    }

    private void look() {
        if (shown.peek() && session.standing().peek().mayEdit()) {
            look.run();
        }
    }

    private List<ReadLink> load() {
        Access access = session.access();
        return access.allows(Action.EDIT) ? session.links().list(access) : List.of();
    }

    private void show(List<ReadLink> links) {
        if (session.standing().peek().mayEdit()) {
            list(links);
        }
    }

    private void list(List<ReadLink> links) {
        words.setText(
                links.isEmpty()
                        ? "There are none. Whoever has such a link can load the environment as a file, as it is then,"
                                + " without an account: mockoon-cli start --data takes its address."
                        : "Whoever has one of these can load the environment as a file, without an account.");
        rows.setVisible(!links.isEmpty());
        if (links.equals(listed)) {
            return;
        }
        listed = links;
        rows.clear();
        links.forEach(link -> rows.row(
                new Span(link.createdBy()),
                new RelativeTime(clock, link.createdAt()),
                link.lastUsedAt() == null ? new Span("never") : new RelativeTime(clock, link.lastUsedAt()),
                revoke(link)));
    }

    private Component revoke(ReadLink link) {
        Button revoke = new Button("Revoke");
        revoke.addClickListener(click -> Confirm.ask(
                "Revoke this link of " + link.createdBy() + "?",
                "Whoever loads the environment by it is refused from now on.",
                "Revoke link",
                () -> revoke(revoke, link)));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel("Revoke the link of " + link.createdBy());
        return revoke;
    }

    private void revoke(Button pressed, ReadLink link) {
        Access access = session.access();
        Errand.run(pressed, () -> session.links().revoke(access, link.id()), this::revoked);
    }

    private void revoked(boolean done) {
        fresh.removeAll();
        Notices.done(done ? "The link does not work any more." : "The link was revoked already.");
        look();
    }

    private void make() {
        Access access = session.access();
        Errand.run(create, () -> session.links().make(access), this::made);
    }

    private void made(Optional<String> address) {
        fresh.removeAll();
        if (address.isPresent()) {
            fresh.add(
                    SettingsPanel.note("Copy the address now: it is shown only this once."),
                    new SecretField("Address of the link", "Copy link", address.get()));
        } else {
            Notices.failed("An environment can have %d links. Revoke some that are not needed."
                    .formatted(Links.MOST_PER_ENVIRONMENT));
        }
        look();
    }
}
