package dev.understudy.ui.editor;

import static dev.understudy.db.Tables.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.edit.Edit;
import dev.understudy.environment.Schema;
import dev.understudy.team.Actor;
import dev.understudy.team.Members;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.SubmitResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever loses a right has lost it in the editor that they have open. What another process does is done to its
/// database.
class RightsOfNowIT extends EditorFixture {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int TRIES = 3;
    private static final String LOOKING = "You may look but not change: your role in this team is viewer.";

    @Autowired
    private Members members;

    @Autowired
    private EditorServices services;

    @Autowired
    private DSLContext sql;

    @Test
    @DisplayName("P42 whoever is made a viewer here finds the open editor read-only within a second")
    void demotedHere() {
        within(SOON, person -> members.changeRole(accessOf(ana), person.user(), Role.VIEWER), RightsOfNowIT::looksOnly);
    }

    @Test
    @DisplayName("P42 whoever is made a viewer in another process finds the open editor read-only within a second")
    void demotedElsewhere() {
        within(SOON, this::demote, RightsOfNowIT::looksOnly);
    }

    @Test
    @DisplayName("P42 whoever is taken out of the team here sees nothing of the environment after a second")
    void removedHere() {
        within(SOON, person -> members.remove(accessOf(ana), person.user()), RightsOfNowIT::seesNothing);
    }

    @Test
    @DisplayName(
            "P42 whoever is taken out of the team in another process sees nothing of the environment after a second")
    void removedElsewhere() {
        within(SOON, this::remove, RightsOfNowIT::seesNothing);
    }

    @Test
    @DisplayName("P7 a page that nobody told anything submits by the rights of now")
    void submits() {
        BrowserlessUIContext window = browserOf(ben);
        EditorSession session = new EditorSession(services, accessOf(ben, id));
        assertThat(rename(window, session)).isInstanceOf(SubmitResult.Done.class);
        members.changeRole(accessOf(ana), ben.user(), Role.VIEWER);
        assertThat(rename(window, session)).isInstanceOf(SubmitResult.Refused.class);
        assertThat(session.standing().peek().mayEdit()).isFalse();
        members.remove(accessOf(ana), ben.user());
        assertThat(rename(window, session))
                .isEqualTo(new SubmitResult.Refused("You are no longer in the team of this environment."));
        assertThat(this.<SubmitResult>told(window, then -> session.revert(List.of(2L), then)))
                .containsInstanceOf(SubmitResult.Refused.class);
    }

    @Test
    @DisplayName("P42 what was lost between the look-up and the page's listening is found when it listens")
    void between() {
        EditorSession session = new EditorSession(services, accessOf(ben, id));
        members.changeRole(accessOf(ana), ben.user(), Role.VIEWER);
        BrowserlessUIContext window = browserOf(ben);
        var place = new com.vaadin.flow.component.html.Div();
        session.occupy(place);
        com.vaadin.flow.component.UI.getCurrentOrThrow().add(place);
        eventually(window, () -> assertThat(session.standing().peek().mayEdit()).isFalse());
    }

    private SubmitResult rename(BrowserlessUIContext window, EditorSession session) {
        Edit edit = new Edit.Set(
                document().root().id(),
                Schema.ENVIRONMENT_NAME.key(),
                "Shop " + document().size() + System.nanoTime());
        return this.<SubmitResult>told(window, then -> session.submit(List.of(edit), then))
                .orElseThrow();
    }

    private void demote(Actor person) {
        sql.update(MEMBER)
                .set(MEMBER.ROLE, Role.VIEWER.word())
                .where(MEMBER.USER_ID.eq(person.user().value()))
                .execute();
    }

    private void remove(Actor person) {
        sql.deleteFrom(MEMBER).where(MEMBER.USER_ID.eq(person.user().value())).execute();
    }

    /// On a machine that stands still for a moment the first try may take longer, but not each.
    private void within(Duration limit, Consumer<Actor> loss, Consumer<BrowserlessUIContext> lost) {
        List<Duration> taken = new ArrayList<>();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Actor person = member("Cleo", Role.EDITOR);
            BrowserlessUIContext window = open(person, Sample.LIST);
            long began = System.nanoTime();
            loss.accept(person);
            eventually(window, () -> lost.accept(window));
            taken.add(Duration.ofNanos(System.nanoTime() - began));
            if (taken.getLast().compareTo(limit) < 0) {
                return;
            }
        }
        assertThat(taken).as("how long it took").isEmpty();
    }

    private static void looksOnly(BrowserlessUIContext window) {
        assertThat(text(window, EditorView.class)).contains(LOOKING);
        assertThat(notices(window)).anyMatch(text -> text.contains("You are a viewer now"));
    }

    private static void seesNothing(BrowserlessUIContext window) {
        assertThat(text(window, EditorView.class)).doesNotContain("menu").contains("no longer in the team");
        assertThat(window.find(EditorScreen.class).exists()).isFalse();
    }
}
