package dev.understudy.hosting.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.understudy.asset.Assets;
import dev.understudy.asset.TestAssets;
import dev.understudy.collab.TestProcess;
import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.environment.AssetPath;
import dev.understudy.environment.BodyKind;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.history.TestHistory;
import dev.understudy.hosting.wire.Wire;
import dev.understudy.mock.MockFixture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ListenerFilesIT extends TwoProcesses {

    private static final AssetPath MENU = new AssetPath("menu.txt");

    @Test
    @DisplayName(
            "L93 after another process changed a file the listener sends the new one, and the old one where that is taken back")
    void files() throws Exception {
        MockFixture mock = new MockFixture()
                .setting(Schema.ENVIRONMENT_PORT, first + 3)
                .route("get", "menu", "")
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .ofResponse(Schema.RESPONSE_FILE, MENU.text());
        EnvironmentId sending = host.process.create(ANA, mock.environment());
        ana = TestProcess.access(sending, ANA);
        Assets assets = TestAssets.in(other.process);
        start(Optional.empty());
        assertThat(sent()).contains("ENOENT");
        assertThat(problems()).anyMatch(message -> message.startsWith("There is no file “menu.txt”"));

        assets.put(ana, MENU, "soup".getBytes(StandardCharsets.UTF_8), true);
        await().untilAsserted(() -> assertThat(sent()).endsWith("soup"));
        assertThat(problems()).isEmpty();
        assets.put(ana, MENU, "fish".getBytes(StandardCharsets.UTF_8), true);
        await().untilAsserted(() -> assertThat(sent()).endsWith("fish"));
        TestHistory.revert(other.process.rooms, other.process.sql, ana, 3);
        await().untilAsserted(() -> assertThat(sent()).endsWith("soup"));

        set(mock.response(), Schema.RESPONSE_FILE, "gone.txt");
        await().untilAsserted(() -> assertThat(sent()).contains("ENOENT"));
        host.process
                .rooms
                .open(ana)
                .submit(
                        new Change(
                                "c-files",
                                1,
                                1,
                                List.of(new Edit.Add(
                                        new NodeId("00000000-0000-4000-8000-00000000f11e"),
                                        Kind.FILE,
                                        mock.environment().root().id(),
                                        Slot.FILES,
                                        Optional.empty(),
                                        Map.of(
                                                Schema.FILE_PATH,
                                                "gone.txt",
                                                Schema.FILE_CONTENT,
                                                "0".repeat(64) + ":1"),
                                        Map.of()))),
                        ana);
        assertThat(sent()).as("L96").contains("ENOENT");
        assertThat(problems())
                .anyMatch(message -> message.startsWith("The content of “gone.txt” is not on this server"));
    }

    private String sent() throws Exception {
        return Wire.get(first + 3, "/menu");
    }

    private List<String> problems() {
        return host.listeners.problems(ana).stream().map(Problem::message).toList();
    }
}
