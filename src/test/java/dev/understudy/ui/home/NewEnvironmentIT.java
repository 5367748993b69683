package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NewEnvironmentIT extends UiFixture {

    @Autowired
    private Listeners listeners;

    @Test
    @DisplayName(
            "U104 a new environment answers JSON, made by a template, to every origin, and runs as soon as it is there")
    void answersAtOnce() throws Exception {
        Actor ana = member("Ana", Role.EDITOR);
        BrowserlessUIContext window = browserOf(ana);
        create(window, "Payments");
        Access access =
                accessOf(ana, environments.list(accessOf(ana)).getFirst().id());
        eventually(window, () -> assertThat(listeners.state(access)).isInstanceOf(ListenerState.Running.class));
        String url = ((ListenerState.Running) listeners.state(access)).url();

        HttpResponse<String> answer = ask(url + "/hello?name=Ana");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().map()).containsKeys("access-control-allow-methods", "access-control-allow-headers");
        assertThat(answer.body()).contains("Hello Ana").doesNotContain("{{");
        listeners.stop(access);
    }

    @Test
    @DisplayName("U105 a new environment names a port that no other one names, and answers there")
    void portOfItsOwn() {
        Actor ana = member("Ana", Role.EDITOR);
        BrowserlessUIContext window = browserOf(ana);
        create(window, "One");
        create(window, "Two");
        var made = environments.list(accessOf(ana)).stream()
                .map(summary -> accessOf(ana, summary.id()))
                .toList();
        for (Access access : made) {
            eventually(window, () -> assertThat(listeners.state(access)).isInstanceOf(ListenerState.Running.class));
            assertThat(listeners.state(access).toString()).doesNotContain("answering on");
        }
        made.forEach(listeners::stop);
    }

    private void create(BrowserlessUIContext window, String name) {
        window.navigate("", Component.class);
        window.test(window.find(Button.class).withText("New environment").all().getFirst())
                .click();
        window.test(window.find(TextField.class).all().stream()
                        .filter(field -> "Name".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue(name);
        window.test(window.find(Button.class).withText("Create").single()).click();
        settle(window);
    }

    private static HttpResponse<String> ask(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        }
    }
}
