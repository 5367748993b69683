package dev.understudy.ui.editor.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Schema;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import dev.understudy.ui.editor.Sample;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Workplace;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LiveFieldIT extends UiFixture {

    @Autowired
    private Workplace workplace;

    private EnvironmentId id;
    private Desk desk;

    @BeforeEach
    void coffeeShop() {
        Actor ana = member("Ana", Role.OWNER);
        id = environments.create(accessOf(ana), Sample.document());
        workAs(ana);
    }

    @Test
    @DisplayName("U50 what a viewer's page sends for a field is refused at the field, and nothing changes")
    void viewerChangesNothing() {
        workAs(member("Lea", Role.VIEWER));
        long before = desk.now().revision();
        LiveField<String> path = LiveField.text(desk, Schema.ROUTE_ENDPOINT);
        path.bind(Sample.LIST);
        path.typed(Sample.LIST, "taken over", 1);
        assertThat(path.box().isInvalid()).isTrue();
        assertThat(path.shown()).isEqualTo("orders");
        assertThat(desk.now().revision()).isEqualTo(before);
    }

    @Test
    @DisplayName("U58 a number that is none, or out of its limits, is told with the limits and not saved")
    void numbers() {
        LiveField<Integer> status = LiveField.whole(desk, Schema.RESPONSE_STATUS);
        status.bind(Sample.PAID);
        for (String text : List.of("99", "1000", "abc", "", "2e2", "99999999999")) {
            status.typed(Sample.PAID, text, 1);
            assertThat(status.box().getErrorMessage())
                    .as(text)
                    .isEqualTo("Status is a whole number between 100 and 999.");
        }
        status.typed(Sample.PAID, " 404 ", 2);
        assertThat(status.box().isInvalid()).isFalse();
        assertThat(status.shown()).isEqualTo("404");
    }

    private void workAs(Actor actor) {
        browserOf(actor).activate();
        desk = new Desk(workplace, accessOf(actor, id), Desk.newClient());
    }
}
