package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.ui.StalledFixture;
import dev.understudy.ui.shell.ErrorView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The list of environments and its trash while the database does not answer.
class StalledHomeIT extends StalledFixture {

    @Test
    @DisplayName("U137 who creates an environment goes on using the page, and is led to it once it is there, once")
    void create() throws Exception {
        open("");
        button("New environment").click();
        name("Payments");
        Button submit = button("Create");
        stalled("environment", submit, () -> {
            submit.click();
            submit.click();
        });
        assertThat(names()).containsExactly("Payments");
        assertThat(UI.getCurrentOrThrow().getInternals().getActiveViewLocation().getPath())
                .startsWith("environments/");
    }

    @Test
    @DisplayName("U137 who has gone elsewhere while an environment was created is told of it and not led to it")
    void createdMeanwhile() throws Exception {
        open("");
        button("New environment").click();
        name("Payments");
        held.lock("lock table branch in access exclusive mode");
        button("Create").click();
        UI.getCurrentOrThrow().navigate("profile");
        held.close();
        eventually(window, () -> assertThat(notices(window)).anyMatch(text -> text.contains("“Payments” is there.")));
        assertThat(UI.getCurrentOrThrow().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("profile");
    }

    @Test
    @DisplayName("U137 renaming, duplicating, deleting and undoing that leave the list to its reader, and happen once")
    void menu() throws Exception {
        environment(ana, "Coffee shop");
        open("");
        EnvironmentRow row = window.find(EnvironmentRow.class).single();
        EnvironmentMenu menu = window.find(EnvironmentMenu.class, row).single();

        menu.actions().rename(row.line());
        name("Tea shop");
        twice("branch", button("Rename"));
        assertThat(names()).containsExactly("Tea shop");

        eventually(window, () -> assertThat(row.line().summary().name()).isEqualTo("Tea shop"));
        menu.actions().duplicate(row.line());
        twice("environment", button("Duplicate"));
        assertThat(names()).containsExactlyInAnyOrder("Tea shop", "Tea shop (copy)");

        stalled("environment", menu, () -> {
            menu.actions().trash(row.line(), menu);
            menu.actions().trash(row.line(), menu);
        });
        assertThat(names()).containsExactly("Tea shop (copy)");
        assertThat(notices(window))
                .filteredOn(text -> text.contains("is in the trash"))
                .hasSize(1);

        twice("environment", button("Undo"));
        assertThat(names()).containsExactlyInAnyOrder("Tea shop", "Tea shop (copy)");
        assertThat(notices(window)).noneMatch(text -> text.contains("not in the trash"));
    }

    @Test
    @DisplayName("U137 the trash restores what is wanted once the database answers, and the page goes on meanwhile")
    void restore() throws Exception {
        EnvironmentId id = environment(ana, "Coffee shop");
        environments.trash(accessOf(ana, id));
        open("trash");
        twice("environment", button("Restore"));
        assertThat(names()).containsExactly("Coffee shop");
        assertThat(notices(window)).hasSize(1).allMatch(text -> text.contains("“Coffee shop” is back."));
    }

    @Test
    @DisplayName(
            "U137 O40 what the database does not answer in time is told with what to do, and what was typed stays to try again")
    void failure() throws Exception {
        open("");
        settle(window);
        held.take(POOL);
        button("New environment").click();
        name("Payments");
        Button create = button("Create");
        create.click();
        assertThat(isBusy(create)).isTrue();
        eventually(
                window, () -> assertThat(notices(window)).anyMatch(text -> text.contains("can't reach its database")));
        assertThat(create.isEnabled()).isTrue();
        assertThat(isBusy(create)).isFalse();
        held.close();
        assertThat(names()).isEmpty();
        create.click();
        settle(window);
        assertThat(names()).containsExactly("Payments");
    }

    @Test
    @DisplayName("U138 O40 a page that can't be loaded for want of the database says so, with a way back")
    void firstLoad() throws Exception {
        open("");
        settle(window);
        held.take(POOL);
        UI.getCurrentOrThrow().navigate("members");
        ErrorView shown = window.find(ErrorView.class).single();
        assertThat(shown.getElement().getTextRecursively())
                .contains("This page can't be shown for the moment", "can't reach its database");
        assertThat(window.find(Anchor.class, shown).single().getHref()).isEmpty();
        held.close();
        UI.getCurrentOrThrow().navigate("members");
        assertThat(window.find(ErrorView.class).exists()).isFalse();
    }
}
