package dev.understudy.ui.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Invitations;
import dev.understudy.team.Members;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.link.Links;
import dev.understudy.team.link.ReadLink;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.kit.Rows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MembersViewIT extends UiFixture {

    @Autowired
    private Invitations invitations;

    @Autowired
    private Members members;

    @Autowired
    private Links links;

    @Autowired
    private Listeners listeners;

    private Actor ana;
    private Actor ben;
    private BrowserlessUIContext window;

    @BeforeEach
    void people() {
        ana = member("Ana", Role.OWNER);
        ben = member("Ben", Role.EDITOR);
    }

    @Test
    @DisplayName("P8 an owner changes a role where it stands")
    @SuppressWarnings("unchecked")
    void changeRole() {
        open(ana);
        assertThat(names()).containsExactly("Ana (you)", "Ben");
        Select<Role> role = window.find(Select.class)
                .withCondition(select -> select.getAriaLabel().orElse("").equals("Role of Ben"))
                .single();
        window.test(role).selectItem("Viewer");
        settle(window);
        assertThat(accessOf(ben).role()).isEqualTo(Role.VIEWER);
        assertThat(notices(window)).anyMatch(text -> text.contains("Ben is viewer now."));
    }

    @Test
    @DisplayName("P8 who does not own the team sees who is in it, and nothing to change that")
    void editorOnlySees() {
        open(ben);
        assertThat(names()).containsExactly("Ana", "Ben (you)");
        assertThat(window.find(Select.class).exists()).isFalse();
        assertThat(buttons()).doesNotContain("Remove", "Invite by link", "Revoke");
    }

    @Test
    @DisplayName("P9 the last owner learns why they cannot be removed")
    void lastOwner() {
        open(ana);
        click("Remove", 0);
        click("Remove Ana", 0);
        assertThat(notices(window)).anyMatch(text -> text.contains("A team needs an owner."));
        assertThat(accessOf(ana).role()).isEqualTo(Role.OWNER);
    }

    @Test
    @DisplayName("P10 an owner makes a link, sees it once, and can revoke it")
    void invite() {
        open(ana);
        click("Invite by link", 0);
        click("Create link", 0);
        String link = window.find(TextField.class).single().getValue();
        assertThat(link).matches("http://localhost:\\d+/join/[0-9A-Za-z]{40}");
        String secret = link.substring(link.lastIndexOf('/') + 1);
        assertThat(invitations.find(secret)).isPresent();
        click("Done", 0);
        eventually(window, () -> assertThat(buttons()).contains("Revoke"));
        click("Revoke", 0);
        assertThat(invitations.find(secret)).isEmpty();
        eventually(window, () -> assertThat(buttons()).doesNotContain("Revoke"));
    }

    @Test
    @DisplayName("P8 a changed membership shows in every open window, and takes from it what is not allowed any more")
    void live() {
        open(ana);
        BrowserlessUIContext anas = window;
        open(ben);
        BrowserlessUIContext bens = window;
        anas.activate();
        window = anas;
        click("Remove", 1);
        click("Remove Ben", 0);
        eventually(anas, () -> assertThat(names()).containsExactly("Ana (you)"));
        window = bens;
        eventually(bens, () -> assertThat(window.find(Rows.class).all()).noneMatch(MembersViewIT::isShown));
    }

    @Test
    @DisplayName("P43 who removes somebody is shown the links and admin tokens of the team; what they made is revoked")
    void keepsakes() {
        EnvironmentId id = environment(ana, "Orders");
        ReadLink.Issued bens = links.create(accessOf(ben, id)).orElseThrow();
        ReadLink.Issued anas = links.create(accessOf(ana, id)).orElseThrow();
        listeners.renewAdminToken(accessOf(ben, id));
        EnvironmentId other = environment(ana, "Payments");
        listeners.renewAdminToken(accessOf(ana, other));
        open(ana);
        click("Remove", 1);
        CheckboxGroup<Keepsake> choice = choice();
        assertThat(choice.getListDataView().getItems().map(Keepsake::label))
                .containsExactly(
                        "Read-only link to Orders, made by Ben",
                        "Admin token of Orders, made by Ben",
                        "Read-only link to Orders, made by Ana",
                        "Admin token of Payments, made by Ana");
        assertThat(choice.getSelectedItems()).allMatch(Keepsake::theirs).hasSize(2);
        click("Remove Ben", 0);
        assertThat(links.find(bens.secret())).isEmpty();
        assertThat(links.find(anas.secret())).isPresent();
        assertThat(listeners.adminEntry(accessOf(ana, id)).token()).isEmpty();
        assertThat(listeners.adminEntry(accessOf(ana, other)).token()).isPresent();
    }

    @Test
    @DisplayName("P43 who makes somebody a viewer is asked the same; nothing is revoked that was not chosen")
    @SuppressWarnings("unchecked")
    void keepsakesOfADemotion() {
        EnvironmentId id = environment(ana, "Orders");
        ReadLink.Issued bens = links.create(accessOf(ben, id)).orElseThrow();
        open(ana);
        Select<Role> role = window.find(Select.class)
                .withCondition(select -> select.getAriaLabel().orElse("").equals("Role of Ben"))
                .single();
        window.test(role).selectItem("Viewer");
        settle(window);
        assertThat(accessOf(ben).role()).isEqualTo(Role.EDITOR);
        choice().deselectAll();
        click("Make Ben a viewer", 0);
        assertThat(accessOf(ben).role()).isEqualTo(Role.VIEWER);
        assertThat(links.find(bens.secret())).isPresent();
    }

    @Test
    @DisplayName("P44 dialogs of an owner close when they are none any more, and what one offered is refused")
    void dialogsClose() {
        Actor cleo = member("Cleo", Role.OWNER);
        TeamAccess before = accessOf(cleo);
        open(cleo);
        BrowserlessUIContext cleos = window;
        click("Invite by link", 0);
        assertThat(buttons()).contains("Create link");
        members.changeRole(accessOf(ana), cleo.user(), Role.EDITOR);
        eventually(
                cleos,
                () -> assertThat(notices(cleos))
                        .anyMatch(text -> text.contains("You are an editor now in the team “Team”.")));
        assertThat(buttons()).doesNotContain("Create link", "Invite by link");
        assertThat(invitations.create(before, Role.OWNER)).isEqualTo(Answer.refused(Refusal.NO_OWNER_ANY_MORE));
        assertThat(members.remove(before, ana.user())).isEqualTo(Answer.refused(Refusal.NO_OWNER_ANY_MORE));
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Keepsake> choice() {
        return window.find(CheckboxGroup.class).single();
    }

    private static boolean isShown(Rows rows) {
        return rows.getParent().filter(Component::isVisible).isPresent();
    }

    private void open(Actor actor) {
        window = browserOf(actor);
        window.navigate(MembersView.class);
    }

    private void click(String text, int index) {
        List<Button> all = window.find(Button.class).withText(text).all();
        window.test(all.get(index)).click();
        settle(window);
    }

    private List<String> names() {
        return window.find(Span.class).withClassName("name").all().stream()
                .map(Span::getText)
                .filter(text -> !text.equals("Editor"))
                .toList();
    }

    private List<String> buttons() {
        return window.find(Button.class).all().stream().map(Button::getText).toList();
    }
}
