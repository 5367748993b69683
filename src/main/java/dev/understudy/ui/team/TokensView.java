package dev.understudy.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.understudy.security.CurrentUser;
import dev.understudy.team.Actor;
import dev.understudy.team.TokenId;
import dev.understudy.team.TokenScope;
import dev.understudy.team.account.AccessToken;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.ui.kit.Coalesced;
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.EmptyState;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Live;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.Rows;
import dev.understudy.ui.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// One's own access tokens.
@Route(value = "tokens", layout = MainLayout.class)
@PageTitle("Access tokens · Understudy")
@Menu(title = "Access tokens", order = 11)
@PermitAll
class TokensView extends Div {

    /// What programs use shows after so long.
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Actor me;
    private final AccessTokens tokens;
    private final Clock clock;
    private final Rows rows = new Rows("Name", "May", "Last used", "Expires", "");
    private final EmptyState empty;
    private List<AccessToken> listed = List.of();
    private Runnable refresh = () -> {};

    TokensView(CurrentUser user, AccessTokens tokens, Clock clock) {
        this.me = user.actor();
        this.tokens = tokens;
        this.clock = clock;
        Button create = new Button("New access token", click -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        empty = new EmptyState(
                "You have no access tokens",
                "With one, a script or a CI job can use the API in your name, with as much of your rights as you give"
                        + " it.");

        addClassNames("page", "team");
        Span space = new Span();
        space.addClassName("grow");
        Div bar = new Div(new H1("Access tokens"), space, create);
        bar.addClassName("page-bar");
        Paragraph about = new Paragraph("Programs act in your name with these, and can never do more than you can.");
        about.addClassName("muted");
        rows.setVisible(false);
        add(bar, about, rows, empty);

        show(tokens.list(me));
        Live.whileAttached(this, ui -> {
            Coalesced<List<AccessToken>> looks = new Coalesced<>(() -> tokens.list(me), this::show, ui, PAUSE);
            refresh = looks::request;
            return () -> refresh = () -> {};
        });
        // When a token was last used shows without a reload.
        Live.every(LOOK, this, this::refresh);
    }

    private void create() {
        new NewTokenDialog(me, tokens, this::refresh).open();
    }

    private void refresh() {
        refresh.run();
    }

    private void show(List<AccessToken> all) {
        if (all.equals(listed)) {
            return;
        }
        listed = all;
        empty.setVisible(all.isEmpty());
        rows.setVisible(!all.isEmpty());
        rows.clear();
        all.forEach(token -> rows.row(
                new Span(token.name()),
                scopes(token),
                token.lastUsedAt() == null ? new Span("never") : new RelativeTime(clock, token.lastUsedAt()),
                new Span(Expiry.words(token.expiresAt(), clock.instant())),
                revoke(token)));
    }

    private static Component scopes(AccessToken token) {
        Span scopes = new Span(
                token.scopes().stream().sorted().map(TokenScope::explanation).collect(Collectors.joining(" · ")));
        scopes.addClassName("small");
        return scopes;
    }

    private Component revoke(AccessToken token) {
        Button revoke = new Button("Revoke");
        revoke.addClickListener(click -> Confirm.ask(
                "Revoke " + token.name() + "?",
                "Whatever uses this token is refused from now on.",
                "Revoke token",
                () -> revoke(revoke, token.id())));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel("Revoke " + token.name());
        return revoke;
    }

    private void revoke(Button pressed, TokenId id) {
        Errand.run(pressed, () -> tokens.revoke(me, id), () -> {
            Notices.done("The token does not work any more.");
            refresh();
        });
    }
}
