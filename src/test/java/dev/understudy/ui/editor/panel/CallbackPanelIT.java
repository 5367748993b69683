package dev.understudy.ui.editor.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.checkbox.Checkbox;
import dev.understudy.edit.Edit;
import dev.understudy.environment.CertificateType;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.EditorFixture;
import dev.understudy.ui.editor.Sample;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CallbackPanelIT extends EditorFixture {

    @Test
    @DisplayName("U84 a response sends a callback of the environment, and the callback says who sends it")
    void invocation() {
        BrowserlessUIContext window = open(ben, Sample.PAID);
        openTab(window, "Callbacks");
        press(window, "Add callback");
        Node invocation = children(Sample.PAID, Slot.INVOCATIONS).getFirst();
        assertThat(invocation.get(Schema.INVOCATION_CALLBACK)).isEqualTo(Sample.HOOK.value());
        go(window, Sample.HOOK);
        assertThat(text(window, CallbackPanel.class)).contains("POST orders/:order/payment · 200 Paid");
        assertThat(texts(window, Schema.CALLBACK_NAME)).endsWith("Order paid");
    }

    @Test
    @DisplayName("U84 where there is no callback yet, the response gets a new one")
    void firstCallback() {
        submit(ana, new Edit.Remove(Sample.HOOK));
        BrowserlessUIContext window = open(ben, Sample.PAID);
        openTab(window, "Callbacks");
        press(window, "Add callback");
        Node made = children(Sample.ROOT, Slot.CALLBACKS).getFirst();
        assertThat(children(Sample.PAID, Slot.INVOCATIONS).getFirst().get(Schema.INVOCATION_CALLBACK))
                .isEqualTo(made.id().value());
    }

    @Test
    @DisplayName("U84 a callback that somebody removes is gone from the responses that sent it")
    void removedCallback() {
        BrowserlessUIContext window = open(ben, Sample.PAID);
        openTab(window, "Callbacks");
        press(window, "Add callback");
        submit(ana, new Edit.Remove(Sample.HOOK));
        eventually(
                window,
                () -> assertThat(window.find(InvocationRow.class).exists()).isFalse());
    }

    @Test
    @DisplayName("U84 a callback says when its body is not sent")
    void bodyThatIsNotSent() {
        BrowserlessUIContext window = open(ben, Sample.HOOK);
        assertThat(text(window, CallbackPanel.class)).doesNotContain("POST, PUT and PATCH only");
        choose(window, Schema.CALLBACK_METHOD, HttpMethod.GET);
        assertThat(text(window, CallbackPanel.class)).contains("POST, PUT and PATCH only");
    }

    @Test
    @DisplayName("U85 the settings of the proxy and of TLS are shown as long as they are on, and kept meanwhile")
    void settings() {
        BrowserlessUIContext window = open(ben, Sample.ROOT);
        assertThat(texts(window, Schema.ENVIRONMENT_PROXY_HOST)).isEmpty();
        tick(window, "Forward what no route answers");
        tick(window, "Answer over HTTPS");
        assertThat(texts(window, Schema.ENVIRONMENT_PROXY_HOST)).hasSize(1);
        assertThat(texts(window, Schema.ENVIRONMENT_TLS_CERT)).hasSize(1);
        choose(window, Schema.ENVIRONMENT_TLS_TYPE, CertificateType.PFX);
        assertThat(texts(window, Schema.ENVIRONMENT_TLS_CERT)).isEmpty();
        assertThat(texts(window, Schema.ENVIRONMENT_TLS_PFX)).hasSize(1);
    }

    private void tick(BrowserlessUIContext window, String words) {
        window.test(window.find(Checkbox.class).all().stream()
                        .filter(box -> words.equals(box.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .click();
        settle(window);
    }
}
