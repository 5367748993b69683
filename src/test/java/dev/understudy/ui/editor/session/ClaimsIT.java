package dev.understudy.ui.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.collab.CommittedChange;
import dev.understudy.collab.Origin;
import dev.understudy.edit.Edit;
import dev.understudy.edit.Effect;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.editor.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClaimsIT extends UiFixture {

    private static final FieldLocation STATUS = new FieldLocation(Sample.PAID, Schema.RESPONSE_STATUS);
    private static final Instant THEN = Instant.parse("2026-11-28T12:00:00Z");

    @Autowired
    private EditorServices services;

    private Actor ana;
    private Actor ben;
    private BrowserlessUIContext window;
    private EditorSession session;
    private final List<OverwrittenValue> losses = new ArrayList<>();

    @BeforeEach
    void coffeeShop() {
        ana = member("Ana", Role.OWNER);
        ben = member("Ben", Role.EDITOR);
        EnvironmentId id = environments.create(accessOf(ana), Sample.document());
        window = browserOf(ana);
        window.activate();
        session = new EditorSession(services, accessOf(ana, id));
        session.claims().onLoss(loss -> {
            losses.add(loss);
            return () -> losses.remove(loss);
        });
        set(404);
        session.claims().read(status(ana, session.client(), 404, THEN));
    }

    @Test
    @DisplayName("U98 whose number somebody else replaces at once is told who set what, and sets it again")
    void told() {
        session.claims().read(status(ben, "ui-ben", 500, THEN.plus(Claims.SAME_TIME)));
        assertThat(losses)
                .extracting(OverwrittenValue::sentence)
                .containsExactly("Ben set Status to 500 just after you set it to 404.");
        assertThat(submit(500).complaint()).isEmpty();
        losses.getFirst().again().run();
        settle(window);
        assertThat(session.find(Sample.PAID).orElseThrow().get(Schema.RESPONSE_STATUS))
                .isEqualTo(404);
    }

    @Test
    @DisplayName("U98 nothing is said of a value that is the same, of one's own in another window, or much later")
    void notTold() {
        session.claims().read(status(ben, "ui-ben", 404, THEN));
        session.claims().read(status(ana, session.client(), 404, THEN));
        session.claims().read(status(ana, "ui-of-another-window", 500, THEN));
        session.claims().read(status(ana, session.client(), 404, THEN));
        session.claims()
                .read(status(ben, "ui-ben", 500, THEN.plus(Claims.SAME_TIME).plus(Duration.ofMillis(1))));
        assertThat(losses).isEmpty();
    }

    @Test
    @DisplayName("U98 who set another value since is not told of the one before, in whatever order it is heard of")
    void givenUpMyself() {
        set(410);
        session.claims().read(status(ben, "ui-ben", 500, THEN));
        session.claims().read(status(ana, session.client(), 410, THEN));
        assertThat(losses).isEmpty();
        session.claims().read(status(ben, "ui-ben", 501, THEN));
        assertThat(losses)
                .extracting(OverwrittenValue::sentence)
                .containsExactly("Ben set Status to 501 just after you set it to 410.");
    }

    @Test
    @DisplayName("U98 what was said of a loss goes once one sets a value again, or the other sets the lost one")
    void takenBack() {
        session.claims().read(status(ben, "ui-ben", 500, THEN));
        assertThat(losses).hasSize(1);
        set(410);
        assertThat(losses).isEmpty();
        session.claims().read(status(ana, session.client(), 410, THEN));
        session.claims().read(status(ben, "ui-ben", 500, THEN));
        assertThat(losses).hasSize(1);
        session.claims().read(status(ben, "ui-ben", 410, THEN));
        assertThat(losses).isEmpty();
    }

    @Test
    @DisplayName("U124 setting what is so already is fine, and nothing is said of it")
    void soAlready() {
        assertThat(set(404).complaint()).isEmpty();
        assertThat(submit(404).complaint()).isEmpty();
    }

    private SubmitResult set(int value) {
        return this.<SubmitResult>told(
                        window,
                        then -> session.claims().set(STATUS, value, new Claims.Naming("Status", String::valueOf), then))
                .orElseThrow();
    }

    private SubmitResult submit(int value) {
        Edit edit = new Edit.Set(Sample.PAID, Schema.RESPONSE_STATUS.key(), value);
        return this.<SubmitResult>told(window, then -> session.submit(List.of(edit), then))
                .orElseThrow();
    }

    private static CommittedChange status(Actor author, String client, int value, Instant at) {
        Edit.Set set = new Edit.Set(Sample.PAID, Schema.RESPONSE_STATUS.key(), value);
        Effect effect = new Effect(set, List.of(set));
        return new CommittedChange(
                9,
                author.user(),
                author.displayName(),
                Optional.empty(),
                client,
                1,
                Optional.empty(),
                Origin.MADE,
                at,
                List.of(effect),
                "",
                true);
    }
}
