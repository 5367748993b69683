package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.signals.Signal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.presence.Focus;
import dev.understudy.ui.editor.field.Focusing;
import dev.understudy.ui.editor.file.FilesPanel;
import dev.understudy.ui.editor.panel.BucketPanel;
import dev.understudy.ui.editor.panel.CallbackPanel;
import dev.understudy.ui.editor.panel.FolderPanel;
import dev.understudy.ui.editor.panel.RoutePanel;
import dev.understudy.ui.editor.panel.SettingsPanel;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.editor.session.Standing;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.Tone;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The right side of the editor: the form of the chosen node. There is one form for each kind, which is bound to one
/// node after the other.
final class FormArea extends Main {

    private final EditorSession session;
    private final Clock clock;
    private final Actions actions;
    private final Removal removal;
    private final Banner looking = new Banner(Tone.QUIET, "");
    private final RoutePanel route;
    private final FolderPanel folder;
    private final SettingsPanel settings;
    private final Nothing nothing;
    private Section section = Section.ROUTES;
    private @Nullable BucketPanel bucket;
    private @Nullable CallbackPanel callback;
    private @Nullable FilesPanel files;

    /// @param made is told of a node that was made, to show it
    FormArea(EditorSession session, Actions actions, Clock clock, Consumer<NodeId> made) {
        this.session = session;
        this.clock = clock;
        this.actions = actions;
        this.removal = new Removal(session, actions, FormArea.this::goNear);
        this.route = new RoutePanel(session, actions, this::link, FormArea.this::open);
        this.folder = new FolderPanel(session, actions, made);
        this.settings = new SettingsPanel(session, actions, clock);
        this.nothing = new Nothing(session, actions, made);
        Focusing.onLeave(this, session.people()::leaveField);
        looking.addClassName("looking");
        add(looking, new ListenerTrouble(session), removal, route, folder, settings, nothing);
        Signal.effect(this, () -> {
            Standing standing = session.standing().get();
            looking.setVisible(standing instanceof Standing.Looking);
            if (standing instanceof Standing.Looking(String reason)) {
                looking.show(Tone.QUIET, reason);
            }
        });
    }

    /// Shows a node, or what stands first in a section.
    ///
    /// @return what is shown: for a route the response of it
    Optional<NodeId> show(Optional<NodeId> named, Optional<Section> wanted) {
        Environment environment = session.now().environment();
        Optional<NodeId> node = named.or(() -> wanted.flatMap(asked -> asked.first(environment)));
        Optional<NodeId> shown = node.flatMap(environment::find).map(this::show).or(() -> node);
        if (node.isEmpty() && wanted.equals(Optional.of(Section.FILES))) {
            showFiles();
            session.people().focus(Focus.NOWHERE);
        } else if (node.isEmpty()) {
            nothing.show(wanted.orElse(Section.ROUTES));
            only(nothing);
        } else if (!environment.contains(node.get()) && !removal.isOf(node)) {
            only();
        }
        removal.watch(shown);
        shown.ifPresent(id -> session.people().focus(Focus.on(id)));
        return shown;
    }

    void changed(CommittedChange committed) {
        removal.changed(committed);
    }

    /// Puts the caret into the first field.
    void focusFirst() {
        Focusing.first(this);
    }

    /// Leads to what a problem is about.
    void focus(Problem problem) {
        problem.node().flatMap(session::find).ifPresent(node -> openPart(node, problem.field()));
        Focusing.field(this, problem.node().map(NodeId::value).orElse(""), problem.field());
    }

    private void openPart(Node node, String field) {
        boolean ofCallback = NodeNames.formOf(session.now().environment(), node.id())
                .filter(form -> form.kind() == Kind.CALLBACK)
                .isPresent();
        if (ofCallback && callback != null) {
            callback.open(node.kind(), field);
        } else if (!ofCallback) {
            route.open(node.kind(), field);
        }
    }

    private NodeId show(Node node) {
        Environment environment = session.now().environment();
        Node form = NodeNames.formOf(environment, node.id()).orElse(node);
        section = Section.of(form).orElse(section);
        switch (form.kind()) {
            case FOLDER -> {
                folder.bind(form.id());
                only(folder);
            }
            case BUCKET -> {
                BucketPanel panel = buckets();
                panel.bind(form.id());
                only(panel);
            }
            case CALLBACK -> {
                CallbackPanel panel = callbacks();
                panel.bind(form.id());
                only(panel);
                panel.open(node.kind(), "");
            }
            case ROUTE -> {
                NodeId shown = NodeNames.above(environment, node.id(), Kind.RESPONSE)
                        .or(() -> RoutePanel.first(session, form.id()))
                        .map(Node::id)
                        .orElseThrow();
                route.bind(form.id(), shown);
                only(route);
                route.open(node.kind(), "");
                return shown;
            }
            case FILE -> showFiles();
            case ENVIRONMENT, RESPONSE, HEADER, RULE, INVOCATION -> only(settings);
        }
        return node.id();
    }

    private void showFiles() {
        section = Section.FILES;
        FilesPanel panel = files();
        only(panel);
        panel.show(true);
    }

    private void goNear(Optional<NodeId> nearest) {
        UI.getCurrentOrThrow()
                .navigate(nearest.map(this::link).orElseGet(() -> EditorLinks.to(session.environment(), section)));
    }

    private void open(NodeId response) {
        UI.getCurrentOrThrow().navigate(link(response));
    }

    private String link(NodeId node) {
        return EditorLinks.to(session.environment(), node);
    }

    /// Made when the first data bucket is shown.
    private BucketPanel buckets() {
        if (bucket == null) {
            bucket = new BucketPanel(session, this::link);
            add(bucket);
        }
        return bucket;
    }

    /// Made when the first callback is shown.
    private CallbackPanel callbacks() {
        if (callback == null) {
            callback = new CallbackPanel(session, actions, this::link);
            add(callback);
        }
        return callback;
    }

    /// Made when the files are shown for the first time.
    private FilesPanel files() {
        if (files == null) {
            files = new FilesPanel(session, actions, clock, this::link);
            add(files);
        }
        return files;
    }

    private void only(Component... wanted) {
        List<Component> shown = List.of(wanted);
        Stream.<@Nullable HtmlComponent>of(route, folder, settings, nothing, bucket, callback, files)
                .filter(Objects::nonNull)
                .forEach(panel -> panel.getElement().setAttribute("hidden", !shown.contains(panel)));
        settings.show(shown.contains(settings));
        if (bucket != null && !shown.contains(bucket)) {
            bucket.rest();
        }
        if (callback != null && !shown.contains(callback)) {
            callback.rest();
        }
        if (files != null && !shown.contains(files)) {
            files.show(false);
        }
    }
}
