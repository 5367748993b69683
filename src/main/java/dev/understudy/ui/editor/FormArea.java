package dev.understudy.ui.editor;

import com.vaadin.flow.component.Component;
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
import dev.understudy.traffic.TrafficFilter;
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
import dev.understudy.ui.editor.traffic.TrafficPage;
import dev.understudy.ui.editor.traffic.TrafficPanel;
import dev.understudy.ui.kit.Banner;
import dev.understudy.ui.kit.OnDemand;
import dev.understudy.ui.kit.Tone;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The right side of the editor: the form of the chosen node. There is one form for each kind, which is made when the
/// first such node is shown and bound to one after the other from then on.
final class FormArea extends Main {

    private final EditorSession session;
    private final Removal removal;
    private final Banner looking = new Banner(Tone.QUIET, "");
    private final OnDemand<RoutePanel> route;
    private final OnDemand<FolderPanel> folder;
    private final OnDemand<SettingsPanel> settings;
    private final OnDemand<BucketPanel> bucket;
    private final OnDemand<CallbackPanel> callback;
    private final OnDemand<FilesPanel> files;
    private final OnDemand<TrafficPage> traffic;
    private final OnDemand<Nothing> nothing;
    private Section section = Section.ROUTES;

    /// @param made is told of a node that was made, to show it
    /// @param panel makes what the page of the traffic shows
    FormArea(EditorSession session, Actions actions, Clock clock, Consumer<NodeId> made, Supplier<TrafficPanel> panel) {
        this.session = session;
        this.removal = new Removal(session, actions, this::goNear);
        this.route = form(() -> new RoutePanel(session, actions, this::link, this::open));
        this.folder = form(() -> new FolderPanel(session, actions, made));
        this.settings = form(() -> new SettingsPanel(session, actions, clock));
        this.bucket = form(() -> new BucketPanel(session, this::link));
        this.callback = form(() -> new CallbackPanel(session, actions, this::link));
        this.files = form(() -> new FilesPanel(session, actions, clock, this::link));
        this.traffic =
                new OnDemand<>(() -> new TrafficPage(panel.get(), EditorLinks.to(session.environment())), _ -> {});
        this.nothing = form(() -> new Nothing(session, actions, made));
        Focusing.onLeave(this, session.people()::leaveField);
        looking.addClassName("looking");
        add(looking, new ListenerTrouble(session), removal);
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
        } else if (node.isEmpty() && wanted.equals(Optional.of(Section.TRAFFIC))) {
            section = Section.TRAFFIC;
            traffic.get();
            only(traffic);
            session.people().focus(Focus.NOWHERE);
        } else if (node.isEmpty()) {
            nothing.get().show(wanted.orElse(Section.ROUTES));
            only(nothing);
        } else if (!environment.contains(node.get()) && !removal.isOf(node)) {
            only();
        }
        removal.watch(shown);
        shown.ifPresent(id -> session.people().focus(Focus.on(id)));
        return shown;
    }

    /// The page of the traffic, with what its address says.
    TrafficPanel traffic(TrafficFilter filter) {
        return traffic.get().show(filter);
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
        if (ofCallback) {
            callback.ifMade().ifPresent(panel -> panel.open(node.kind(), field));
        } else {
            route.ifMade().ifPresent(panel -> panel.open(node.kind(), field));
        }
    }

    private NodeId show(Node node) {
        Environment environment = session.now().environment();
        Node form = NodeNames.formOf(environment, node.id()).orElse(node);
        section = Section.of(form).orElse(section);
        switch (form.kind()) {
            case FOLDER -> {
                folder.get().bind(form.id());
                only(folder);
            }
            case BUCKET -> {
                bucket.get().bind(form.id());
                only(bucket);
            }
            case CALLBACK -> {
                callback.get().bind(form.id());
                only(callback);
                callback.get().open(node.kind(), "");
            }
            case ROUTE -> {
                NodeId shown = NodeNames.above(environment, node.id(), Kind.RESPONSE)
                        .or(() -> RoutePanel.first(session, form.id()))
                        .map(Node::id)
                        .orElseThrow();
                route.get().bind(form.id(), shown);
                only(route);
                route.get().open(node.kind(), "");
                return shown;
            }
            case FILE -> showFiles();
            case ENVIRONMENT, RESPONSE, HEADER, RULE, INVOCATION -> {
                settings.get();
                only(settings);
            }
        }
        return node.id();
    }

    private void showFiles() {
        section = Section.FILES;
        files.get().show(true);
        only(files);
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

    private <C extends Component> OnDemand<C> form(Supplier<C> maker) {
        return new OnDemand<>(maker, this::add);
    }

    private void only(OnDemand<?>... wanted) {
        List<OnDemand<?>> shown = List.of(wanted);
        for (OnDemand<?> form : List.of(route, folder, settings, bucket, callback, files, nothing)) {
            form.ifMade().ifPresent(panel -> panel.getElement().setAttribute("hidden", !shown.contains(form)));
        }
        // It follows the mock as long as it is in the page.
        traffic.ifMade().ifPresent(page -> {
            if (shown.contains(traffic)) {
                add(page);
            } else {
                remove(page);
            }
        });
        settings.ifMade().ifPresent(panel -> panel.show(shown.contains(settings)));
        if (!shown.contains(bucket)) {
            bucket.ifMade().ifPresent(BucketPanel::rest);
        }
        if (!shown.contains(callback)) {
            callback.ifMade().ifPresent(CallbackPanel::rest);
        }
        if (!shown.contains(files)) {
            files.ifMade().ifPresent(panel -> panel.show(false));
        }
    }
}
