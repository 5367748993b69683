package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Problem;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ImportsIT extends UiFixture {

    private static final String GOOD = """
            {"uuid": "6a0cd6a4-9a6a-4a43-9f2e-6c47b5a3b9f1", "lastMigration": 33, "name": "Coffee shop", "port": 3000,
             "endpointPrefix": "", "latency": 0, "routes": [], "rootChildren": [], "folders": [], "headers": [],
             "data": [], "callbacks": []}
            """;

    @Autowired
    private Imports imports;

    private Actor ana;
    private ImportResults results;
    private BrowserlessUIContext window;

    @BeforeEach
    void show() {
        ana = member("Ana", Role.OWNER);
        window = browserOf(ana);
        window.navigate(HomeView.class);
        results = window.find(ImportResults.class).single();
    }

    @Test
    @DisplayName("U11 a good file becomes an environment, and the result leads to it")
    void goodFile() {
        Imports.Result result = read("shop.json", GOOD);
        assertThat(result).isInstanceOf(Imports.Result.Imported.class);
        results.add(result);
        assertThat(environments.list(accessOf(ana)))
                .extracting(EnvironmentSummary::name)
                .containsExactly("Coffee shop");
        assertThat(text()).contains("imported from shop.json");
        EnvironmentId id = environments.list(accessOf(ana)).getFirst().id();
        assertThat(window.find(Anchor.class, results).single().getHref()).isEqualTo("environments/" + id);
    }

    @Test
    @DisplayName("U11 a description of an API becomes an environment, with what was left out of it")
    void description() {
        Imports.Result result = read("orders.yaml", """
                openapi: 3.1.0
                info: {title: Orders}
                paths:
                  /orders:
                    get: {responses: {200: {description: All}, 4XX: {description: Bad}}}
                """);
        assertThat(result).isInstanceOfSatisfying(Imports.Result.Imported.class, imported -> {
            assertThat(imported.name()).isEqualTo("Orders");
            assertThat(imported.routes()).isEqualTo(1);
            assertThat(imported.repairs())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.place()).isEqualTo("/paths/~1orders/get/responses/4XX"));
        });
    }

    @Test
    @DisplayName("U12 a file that is none is refused with a sentence, and nothing is created")
    void refusedFile() {
        results.add(read("notes.json", "{\"hello\": 1}"));
        assertThat(text()).contains("notes.json was not imported.");
        assertThat(results.getElement().getChild(0).getAttribute("data-tone")).isEqualTo("bad");
        assertThat(environments.list(accessOf(ana))).isEmpty();
    }

    @Test
    @DisplayName("U13 what was repaired in a file is counted, and listed with its place behind that")
    void repairs() {
        Problem one =
                Problem.inFile(Problem.Severity.REPAIRED, "/routes/3/method", "It had no method; it has GET now.");
        results.add(new Imports.Result.Imported(
                "old.json", new EnvironmentId(new UUID(0, 1)), "Old one", 12, List.of(one, one)));
        assertThat(text()).contains("12 routes, 2 repairs.");
        assertThat(window.find(NativeDetails.class, results).single().isOpen()).isFalse();
        assertThat(window.find(ListItem.class, results).all())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.getElement().getTextRecursively())
                        .contains("It had no method")
                        .contains("/routes/3/method"));
    }

    private Imports.Result read(String file, String text) {
        return imports.run(accessOf(ana), file, text.getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return results.getElement().getTextRecursively();
    }
}
