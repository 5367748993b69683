package dev.understudy.ui.editor.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import dev.understudy.edit.Edit;
import dev.understudy.team.Role;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemovedListIT extends EditorFixture {

    @Test
    @DisplayName("U113 what was removed, data buckets too, is listed in the settings and brought back from there")
    void wayBack() {
        submit(ana, new Edit.Remove(Sample.DRINKS));
        submit(ana, new Edit.Remove(Sample.PAY));
        BrowserlessUIContext window = open(ben, Sample.ROOT);
        eventually(
                window,
                () -> assertThat(text(window, RemovedList.class))
                        .contains("POST /orders/:order/payment", "data bucket Drinks", "Ana"));
        submit(ana, new Edit.Remove(Sample.HOOK));
        eventually(window, () -> assertThat(text(window, RemovedList.class)).contains("callback Order paid"));
        press(window, "Bring back");
        assertThat(document().contains(Sample.HOOK)).isTrue();
        eventually(window, () -> assertThat(text(window, RemovedList.class)).doesNotContain("callback Order paid"));
        BrowserlessUIContext viewers = open(member("Lea", Role.VIEWER), Sample.ROOT);
        eventually(viewers, () -> assertThat(text(viewers, RemovedList.class)).contains("data bucket Drinks"));
        assertThat(buttons(viewers)).doesNotContain("Bring back");
    }
}
