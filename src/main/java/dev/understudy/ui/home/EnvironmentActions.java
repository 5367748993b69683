package dev.understudy.ui.home;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.hosting.ListenerState;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.Forbidden;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// What the clicks of the list do, with the words that go with it. For one team and one reader.
final class EnvironmentActions {

    private static final String GONE = "It is not there any more: somebody deleted it, or you left the team.";

    private final TeamAccess team;
    private final HomeServices services;

    EnvironmentActions(TeamAccess team, HomeServices services) {
        this.team = team;
        this.services = services;
    }

    boolean mayCreate() {
        return team.allows(Action.CREATE);
    }

    boolean mayEdit() {
        return team.allows(Action.EDIT);
    }

    boolean mayDelete() {
        return team.allows(Action.DELETE);
    }

    boolean mayRun() {
        return team.allows(Action.MANAGE_LISTENER);
    }

    void open(EnvironmentLine line) {
        open(line.summary().id());
    }

    void create() {
        new NameDialog("New environment", "Create", "", name -> {
                    try {
                        services.create(team, name)
                                .ifPresentOrElse(EnvironmentActions::open, () -> Notices.failed(GONE));
                    } catch (Forbidden forbidden) {
                        Notices.failed(forbidden.sentence());
                    }
                })
                .open();
    }

    void rename(EnvironmentLine line) {
        String old = line.summary().name();
        new NameDialog("Rename " + old, "Rename", old, name -> on(line, access -> services.rename(access, name)))
                .open();
    }

    void duplicate(EnvironmentLine line) {
        String copy = line.summary().name() + " (copy)";
        new NameDialog(
                        "Duplicate " + line.summary().name(),
                        "Duplicate",
                        copy,
                        name -> on(line, access -> {
                            services.duplicate(access, name);
                            Notices.done("“" + name + "” is there.");
                        }))
                .open();
    }

    void trash(EnvironmentLine line) {
        on(line, access -> {
            services.trash(access);
            Notices.undoable(
                    "“" + line.summary().name() + "” is in the trash.",
                    () -> services.restore(team, line.summary().id()));
        });
    }

    /// Starts or stops without holding up the screen: it can take seconds.
    void switchMock(EnvironmentLine line, Runnable finished) {
        on(
                line,
                access -> Live.compute(
                        UI.getCurrentOrThrow(),
                        () -> line.mock().running() ? services.stop(access) : services.start(access),
                        state -> {
                            finished.run();
                            if (state instanceof ListenerState.Failed(String reason, var _)) {
                                Notices.failed(reason);
                            }
                        }));
    }

    /// The file of the environment as it is when the download starts.
    DownloadHandler export(EnvironmentId id, HomeServices.ExportFormat format) {
        return DownloadHandler.fromInputStream(event -> services.find(team, id)
                .map(access -> services.export(access, format))
                .map(EnvironmentActions::response)
                .orElseGet(() -> DownloadResponse.error(404)));
    }

    private static DownloadResponse response(HomeServices.ExportFile file) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(new ByteArrayInputStream(content), file.name(), file.type(), content.length);
    }

    private void on(EnvironmentLine line, Consumer<Access> action) {
        try {
            services.find(team, line.summary().id()).ifPresentOrElse(action, () -> Notices.failed(GONE));
        } catch (Forbidden forbidden) {
            Notices.failed(forbidden.sentence());
        }
    }

    private static void open(EnvironmentId id) {
        UI.getCurrentOrThrow().navigate("environments/" + id);
    }
}
