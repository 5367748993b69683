package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import dev.understudy.collab.Room;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.server.HeldConnections;
import dev.understudy.server.PostgresSignals;
import dev.understudy.server.TestPorts;
import dev.understudy.ui.kit.AvatarRow;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Open editors while the database holds a row, has no connection left, or stands still. What people do meanwhile is
/// done afterwards.
@SpringBootTest(
        properties = {
            "understudy.sample=false",
            "understudy.rooms.answer-within=300ms",
            "understudy.database.lock-time=1s",
            "understudy.database.silence-seconds=3",
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.datasource.hikari.maximum-pool-size=" + StalledDatabaseIT.POOL
        })
@ContextConfiguration(inheritInitializers = false)
@DirtiesContext
class StalledDatabaseIT extends EditorFixture {

    static final int POOL = 8;
    private static final String PORTS = TestPorts.range(50);

    @TempDir
    private static Path data;

    @Autowired
    private DataSource database;

    private HeldConnections held;
    private Room room;

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) {
        properties.add("understudy.data", data::toString);
        properties.add("understudy.listener.ports", () -> PORTS);
    }

    /// What the room has is looked at without the database, too.
    @BeforeEach
    void enter() {
        room = rooms.open(accessOf(ana, id));
        held = new HeldConnections(database);
    }

    @AfterEach
    void goOn() throws Exception {
        PostgresSignals.resume(data);
        held.close();
    }

    @Test
    @DisplayName("U133 U134 while a row is held the page answers, says that it saves, and all goes in afterwards")
    void rowHeld() throws Exception {
        BrowserlessUIContext window = open(ana, Sample.LIST);
        hold();
        theTroublePasses(window, held::close);
    }

    @Test
    @DisplayName(
            "U133 U134 while no connection is left the page answers, says that it saves, and all goes in afterwards")
    void poolExhausted() throws Exception {
        BrowserlessUIContext window = open(ana, Sample.LIST);
        // What the page looks up when it opens is no part of this.
        settle(window);
        held.take(POOL);
        theTroublePasses(window, held::close);
    }

    @Test
    @DisplayName(
            "U133 U134 while PostgreSQL stands still the page answers, nobody vanishes, and all goes in afterwards")
    void standstill() throws Exception {
        BrowserlessUIContext bens = open(ben, Sample.LIST);
        BrowserlessUIContext window = open(ana, Sample.LIST);
        eventually(window, () -> assertThat(people(window)).endsWith("2 here"));
        PostgresSignals.pause(data);
        theTroublePasses(window, () -> PostgresSignals.resume(data));
        assertThat(people(window)).endsWith("2 here");
        eventually(bens, () -> assertThat(people(bens)).endsWith("2 here"));
    }

    @Test
    @DisplayName("U134 a page that is closed before all is saved goes on saving it")
    void closedMeanwhile() throws Exception {
        BrowserlessUIContext window = open(ana, Sample.LIST);
        int before = routes().size();
        hold();
        add(window);
        eventually(window, () -> assertThat(trouble(window)).contains("keeps trying"));
        window.close();
        held.close();
        BrowserlessUIContext another = open(ben, Sample.LIST);
        eventually(another, () -> assertThat(routes()).hasSize(before + 1));
    }

    /// Two routes are added, and the page is used meanwhile.
    private void theTroublePasses(BrowserlessUIContext window, Repair repair) throws Exception {
        List<NodeId> before = routes();
        add(window);
        add(window);
        eventually(window, () -> assertThat(trouble(window)).contains("keeps trying"));
        assertThat(saved(window).getElement().getProperty("taken")).isEqualTo("2");
        assertThat(routes()).as("none of it is in yet").isEqualTo(before);
        go(window, Sample.HEALTH);
        assertThat(texts(window, Schema.ROUTE_ENDPOINT)).containsExactly("health");
        repair.run();
        settle(window);
        assertThat(routes()).hasSize(before.size() + 2);
        assertThat(trouble(window)).isEmpty();
        assertThat(saved(window).getElement().getProperty("taken")).isEqualTo("0");
    }

    private interface Repair {
        void run() throws Exception;
    }

    private void add(BrowserlessUIContext window) {
        go(window, Sample.ORDERS);
        window.test(window.find(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Add route") && isShown(button))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private List<NodeId> routes() {
        return room.snapshot().environment().children(Sample.ORDERS, Slot.CHILDREN).stream()
                .map(node -> node.id())
                .toList();
    }

    private static SavedState saved(BrowserlessUIContext window) {
        return window.find(SavedState.class).single();
    }

    private static String trouble(BrowserlessUIContext window) {
        return saved(window).getElement().getProperty("trouble", "");
    }

    private static String people(BrowserlessUIContext window) {
        return window.find(AvatarRow.class, window.find(TopBar.class).single())
                .single()
                .getElement()
                .getTextRecursively();
    }

    /// Nobody can commit to the branch.
    private void hold() throws SQLException {
        held.lock("select 1 from branch where environment_id = '" + id + "' for update");
    }
}
