package dev.understudy.ui.home;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.server.heavy.WorkEnded;
import dev.understudy.team.Access;
import dev.understudy.team.Action;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Counted;
import dev.understudy.ui.kit.Downloads;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Notices;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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

    void create(Button pressed) {
        new NameDialog<>(
                        "New environment",
                        "Create",
                        "",
                        name -> services.create(team, name),
                        (name, made) -> made.ifPresentOrElse(id -> begin(pressed, id, name), EnvironmentActions::gone))
                .open();
    }

    /// Shows what was created, unless one has gone elsewhere, and lets its mock answer, so that one can ask it at once.
    private void begin(Button pressed, EnvironmentId id, String name) {
        if (pressed.isAttached()) {
            open(id);
        } else {
            Notices.done("“" + name + "” is there.");
        }
        Errand.run(
                pressed,
                () -> services.find(team, id)
                        .filter(access -> access.allows(Action.MANAGE_LISTENER))
                        .map(services::start),
                state -> state.ifPresent(EnvironmentActions::complain));
    }

    void rename(EnvironmentLine line) {
        String old = line.summary().name();
        new NameDialog<>(
                        "Rename " + old,
                        "Rename",
                        old,
                        name -> found(line, access -> services.rename(access, name)),
                        (_, renamed) -> renamed.ifPresentOrElse(receipt -> {}, EnvironmentActions::gone))
                .open();
    }

    void duplicate(EnvironmentLine line) {
        String old = line.summary().name();
        new NameDialog<>(
                        "Duplicate " + old,
                        "Duplicate",
                        old + " (copy)",
                        name -> found(line, access -> services.duplicate(access, name)),
                        (name, made) -> made.ifPresentOrElse(
                                id -> Notices.done("“" + name + "” is there."), EnvironmentActions::gone))
                .open();
    }

    /// @param pressed is at work meanwhile
    void trash(EnvironmentLine line, Button pressed) {
        EnvironmentId id = line.summary().id();
        int routes = line.summary().routes();
        String what = routes == 0 ? "" : " with " + Counted.of(routes, "route");
        on(
                line,
                pressed,
                access -> {
                    services.trash(access);
                    return id;
                },
                trashed -> Notices.undoable(
                        "“" + line.summary().name() + "”" + what + " is in the trash.",
                        () -> services.restore(team, id),
                        restored -> {
                            if (!restored) {
                                Notices.failed(TrashView.GONE);
                            }
                        }));
    }

    void switchMock(EnvironmentLine line, Button pressed) {
        on(line, pressed, line.mock().running() ? services::stop : services::start, EnvironmentActions::complain);
    }

    /// The file of the environment as it is when the download starts.
    DownloadHandler export(EnvironmentId id, HomeServices.ExportFormat format) {
        return DownloadHandler.fromInputStream(event -> services.find(team, id)
                .map(access -> exported(event, access, format))
                .orElseGet(() -> DownloadResponse.error(404)));
    }

    /// In memory are the text and its bytes.
    private DownloadResponse exported(DownloadEvent event, Access access, HomeServices.ExportFormat format) {
        return Downloads.held(event, 2 * services.bytes(access), () -> exported(access, format));
    }

    DownloadResponse exported(Access access, HomeServices.ExportFormat format) {
        try {
            return response(services.export(access, format));
        } catch (WorkEnded ended) {
            return DownloadResponse.error(503, ended.sentence());
        }
    }

    private static DownloadResponse response(HomeServices.ExportFile file) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        return new DownloadResponse(new ByteArrayInputStream(content), file.name(), file.type(), content.length);
    }

    private <T> void on(EnvironmentLine line, Button pressed, Function<Access, T> work, Consumer<T> done) {
        Errand.run(pressed, () -> found(line, work), found -> found.ifPresentOrElse(done, EnvironmentActions::gone));
    }

    private <T> Optional<T> found(EnvironmentLine line, Function<Access, T> work) {
        return services.find(team, line.summary().id()).map(work);
    }

    private static void gone() {
        Notices.failed(GONE);
    }

    private static void complain(ListenerState state) {
        if (state instanceof ListenerState.Failed(String reason, var _)) {
            Notices.failed(reason);
        }
    }

    private static void open(EnvironmentId id) {
        UI.getCurrentOrThrow().navigate("environments/" + id);
    }
}
