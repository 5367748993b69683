package dev.understudy.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Problem;
import dev.understudy.server.heavy.Busy;
import dev.understudy.server.heavy.Workshop;
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

    @Autowired
    private Workshop workshop;

    @Autowired
    private HomeServices services;

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

    @Test
    @DisplayName("O24 a file that waits says for how many, and Cancel takes it back: nothing is created")
    void cancel() throws Exception {
        try (Busy busy = new Busy(workshop)) {
            Thread upload = upload(GOOD);
            eventually(
                    window,
                    () -> assertThat(line().getElement().getTextRecursively()).contains("shop.json waits for "));
            ImportLine waiting = line();
            window.test(window.find(Button.class, waiting).single()).click();
            assertThat(waiting.isGivenUp()).isTrue();
            eventually(window, () -> assertThat(text()).contains("shop.json was not imported.", "given up"));
            upload.join();
            assertThat(window.find(ImportLine.class).exists()).isFalse();
            assertThat(busy.ahead()).isEqualTo(busy.running());
        }
        assertThat(environments.list(accessOf(ana))).isEmpty();
    }

    @Test
    @DisplayName("O24 closing the page gives its files up")
    void closedPage() throws Exception {
        try (Busy busy = new Busy(workshop)) {
            Thread upload = upload(GOOD);
            eventually(window, () -> assertThat(line().isAttached()).isTrue());
            window.getUser().close();
            upload.join();
            assertThat(busy.ahead()).isEqualTo(busy.running());
        }
        assertThat(environments.list(accessOf(ana))).isEmpty();
    }

    @Test
    @DisplayName("O22 one file too many of a person is refused with a sentence, and is read when there is room again")
    void tooMany() {
        try (Busy busy = new Busy(workshop)) {
            busy.fill(ana.user(), Workshop.MAX_WAITING_OF_ONE);
            results.add(read("shop.json", GOOD));
            assertThat(text()).contains("shop.json was not imported.", "wait already", "Try again");
        }
        assertThat(read("shop.json", GOOD)).isInstanceOf(Imports.Result.Imported.class);
    }

    @Test
    @DisplayName("O22 when the server has too much to do, imports and exports say so")
    void busyServer() {
        EnvironmentId shop = environment(ana, "Coffee shop");
        EnvironmentActions actions = new EnvironmentActions(accessOf(ana), services);
        try (Busy busy = new Busy(workshop)) {
            for (int person = 0; person * Workshop.MAX_WAITING_OF_ONE < Workshop.MAX_WAITING; person++) {
                int left = Workshop.MAX_WAITING - person * Workshop.MAX_WAITING_OF_ONE;
                busy.fill("person " + person, Math.min(left, Workshop.MAX_WAITING_OF_ONE));
            }
            results.add(read("shop.json", GOOD));
            assertThat(text()).contains("more imports, exports and the like to do than it can queue");
            DownloadResponse export = actions.exported(accessOf(ana, shop), HomeServices.ExportFormat.MOCKOON);
            assertThat(export.getError()).isEqualTo(503);
            assertThat(export.getErrorMessage()).contains("Try again in a minute");
        }
        assertThat(actions.exported(accessOf(ana, shop), HomeServices.ExportFormat.MOCKOON)
                        .hasError())
                .isFalse();
    }

    /// As the browser sends it: on a thread that waits for what comes of it.
    private Thread upload(String text) {
        ImportZone zone = window.find(ImportZone.class).single();
        UI ui = UI.getCurrentOrThrow();
        return Thread.startVirtualThread(() -> zone.take(ui, "shop.json", text.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportLine line() {
        return window.find(ImportLine.class).single();
    }

    private Imports.Result read(String file, String text) {
        return imports.run(accessOf(ana), file, text.getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return window.find(ImportResults.class).single().getElement().getTextRecursively();
    }
}
