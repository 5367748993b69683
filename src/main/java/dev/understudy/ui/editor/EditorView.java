package dev.understudy.ui.editor;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.understudy.collab.Environments;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.editor.session.Standing;
import dev.understudy.ui.kit.Dialogs;
import dev.understudy.ui.kit.MessagePage;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.Roles;
import dev.understudy.ui.shell.AccountMenu;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The editor of one environment. Its address says which one and which node is shown; choosing a node in the tree is
/// going to its address, so that back and forward work and every node can be linked to.
@Route(value = EditorLinks.TEMPLATE, autoLayout = false)
@PermitAll
final class EditorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private record Title(Optional<NodeId> node) implements Function<Environment, String> {
        @Override
        public String apply(Environment environment) {
            String name = environment.root().get(Schema.ENVIRONMENT_NAME);
            return node.flatMap(id -> NodeNames.formOf(environment, id))
                            .filter(form -> form.kind() != Kind.ENVIRONMENT)
                            .map(NodeNames::name)
                            .map(what -> what + " · ")
                            .orElse("")
                    + name + " · Understudy";
        }
    }

    private final CurrentUser user;
    private final Accesses accesses;
    private final Environments environments;
    private final EditorServices services;
    private final AuthenticationContext authentication;
    private final Clock clock;
    private final ValueSignal<Optional<NodeId>> shown = new ValueSignal<>(Optional.empty());
    private @Nullable EditorSession session;
    private @Nullable EditorScreen screen;

    EditorView(
            CurrentUser user,
            Accesses accesses,
            Environments environments,
            EditorServices services,
            AuthenticationContext authentication,
            Clock clock) {
        this.user = user;
        this.accesses = accesses;
        this.environments = environments;
        this.services = services;
        this.authentication = authentication;
        this.clock = clock;
        addClassName("editor-view");
        Signal.effect(this, () -> title(shown.get()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        EnvironmentId environment = event.getRouteParameters()
                .get("environmentId")
                .flatMap(EnvironmentId::parse)
                .orElseThrow(NotFoundException::new);
        Optional<String> place = event.getRouteParameters().get("nodeId");
        Optional<Section> section = place.isEmpty() ? Optional.of(Section.ROUTES) : place.flatMap(Section::ofWord);
        Optional<NodeId> node = section.isPresent()
                ? Optional.empty()
                : place.map(text -> NodeId.parse(text).orElseThrow(NotFoundException::new));
        if (session != null && session.environment().equals(environment)) {
            // Going from one node to another waits for no database.
            session.recheck();
        } else {
            open(accesses.find(user.actor(), environment).orElseThrow(NotFoundException::new));
        }
        if (screen != null) {
            screen.show(node, section);
            screen.show(event.getLocation().getQueryParameters(), section.equals(Optional.of(Section.TRAFFIC)));
        }
        shown.set(node);
    }

    @Override
    public String getPageTitle() {
        return pageTitle(shown.peek());
    }

    private void open(Access access) {
        EditorSession opened = new EditorSession(services, access);
        String team = accesses.team(access.actor(), access.team())
                .map(TeamAccess::name)
                .orElseThrow(NotFoundException::new);
        EditorScreen made = new EditorScreen(
                opened, clock, team, environments.summary(access).lastChange(), new AccountMenu(user, authentication));
        session = opened;
        screen = made;
        removeAll();
        add(made);
        boolean[] mayEdit = {access.allows(Action.EDIT)};
        Signal.effect(made, () -> {
            Standing standing = opened.standing().get();
            if (standing instanceof Standing.Out(String reason)) {
                leave(reason);
            } else if (standing.mayEdit() != mayEdit[0]) {
                mayEdit[0] = standing.mayEdit();
                tell(opened.access().role());
            }
        });
    }

    /// What a dialog offers may be among what is gone.
    private void tell(Role role) {
        getUI().ifPresent(Dialogs::closeAll);
        Notices.told("You are " + Roles.withArticle(role) + " now in the team of this environment.");
    }

    /// Nothing of the environment stays on the screen.
    private void leave(String reason) {
        Anchor home = new Anchor("", "Go to the environments");
        home.getElement().setAttribute("router-link", true);
        getUI().ifPresent(Dialogs::closeAll);
        removeAll();
        add(new MessagePage("This environment is closed to you", reason, home));
        session = null;
        screen = null;
    }

    private void title(Optional<NodeId> node) {
        if (session != null) {
            session.parts().read(new Title(node));
        }
        getUI().ifPresent(ui -> ui.getPage().setTitle(pageTitle(node)));
    }

    private String pageTitle(Optional<NodeId> node) {
        if (session == null) {
            return "Understudy";
        }
        return new Title(node).apply(session.now().environment());
    }
}
