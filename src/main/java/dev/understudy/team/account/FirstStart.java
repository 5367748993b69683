package dev.understudy.team.account;

import dev.understudy.server.CannotStart;
import dev.understudy.server.FirstStep;
import dev.understudy.server.PublicUrl;
import dev.understudy.team.Answer;
import dev.understudy.team.Refusal;
import dev.understudy.team.Secrets;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.Teams;
import dev.understudy.team.UserId;
import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Brings a server from nothing to its first owner: makes the first team, and its owner from the settings or by a link
/// that works once. As soon as there is one account the link is dead, in every process. Any thread may call it.
@Component
@EnableConfigurationProperties(OwnerSettings.class)
public final class FirstStart implements FirstStep {

    static final String TEAM_NAME = "My team";

    private final DSLContext sql;
    private final Teams teams;
    private final Users users;
    private final AccessTokens tokens;
    private final OwnerSettings settings;
    private final PublicUrl address;
    private final String secret;
    private volatile Optional<TeamAccess> madeNow = Optional.empty();

    public FirstStart(
            DSLContext sql,
            Teams teams,
            Users users,
            AccessTokens tokens,
            OwnerSettings settings,
            Secrets secrets,
            PublicUrl address) {
        this.sql = sql;
        this.teams = teams;
        this.users = users;
        this.tokens = tokens;
        this.settings = settings;
        this.address = address;
        this.secret = secrets.next();
    }

    @PostConstruct
    void begin() {
        sql.transaction(transaction -> begin(transaction.dsl()));
    }

    /// The team, if it was made by this very start: whoever wants to put something into a new team may do so now.
    public Optional<TeamAccess> newTeam() {
        return madeNow;
    }

    /// Whether this is the secret of the link, and the link still works.
    public boolean isOpen(String offered) {
        return matches(offered) && !new UserStore(sql).hasAny();
    }

    /// Makes the first account, which owns the first team.
    public Answer<UserId> setUp(String offered, Registration registration) {
        if (!matches(offered)) {
            return Answer.refused(Refusal.LINK_DEAD);
        }
        return sql.transactionResult(transaction -> {
            TeamId team = firstTeam(transaction.dsl());
            return new UserStore(transaction.dsl()).hasAny()
                    ? Answer.refused(Refusal.LINK_DEAD)
                    : addOwner(transaction.dsl(), team, registration);
        });
    }

    @Override
    public Optional<String> sentence() {
        return new UserStore(sql).hasAny()
                ? Optional.empty()
                : Optional.of("create the first account at " + address.base() + "/setup/" + secret);
    }

    private void begin(DSLContext transaction) {
        TeamId team = firstTeam(transaction);
        if (!settings.given() || new UserStore(transaction).hasAny()) {
            return;
        }
        String name = settings.email().strip().split("@", 2)[0];
        Registration registration = new Registration(settings.email(), name, settings.password());
        switch (addOwner(transaction, team, registration)) {
            case Answer.Done<UserId>(UserId owner) -> addToken(transaction, owner);
            case Answer.Refused<UserId>(Refusal why) ->
                throw new CannotStart(
                        "The first owner cannot be created from the settings: " + why.sentence(),
                        "Correct UNDERSTUDY_OWNER_EMAIL and UNDERSTUDY_OWNER_PASSWORD, or leave both out and"
                                + " follow the link that is printed then.");
        }
    }

    private TeamId firstTeam(DSLContext transaction) {
        Optional<TeamId> found = teams.first(transaction);
        if (found.isPresent()) {
            return found.get();
        }
        TeamId team = teams.create(transaction, TEAM_NAME);
        madeNow = Optional.of(TeamAccess.ofServer(team, TEAM_NAME));
        return team;
    }

    private Answer<UserId> addOwner(DSLContext transaction, TeamId team, Registration registration) {
        Answer<UserId> answer = users.register(transaction, registration);
        if (answer instanceof Answer.Done<UserId>(UserId owner)) {
            teams.addOwner(transaction, team, owner);
        }
        return answer;
    }

    private void addToken(DSLContext transaction, UserId owner) {
        if (settings.token().isBlank()) {
            return;
        }
        if (!AccessTokens.isWellFormed(settings.token())) {
            throw new CannotStart(
                    "UNDERSTUDY_OWNER_TOKEN is not a token that can be sent.",
                    "Give it us_ and at least 32 characters after that: letters, digits and - . _ ~ + / =");
        }
        tokens.addFromSettings(transaction, owner, settings.token());
    }

    private boolean matches(String offered) {
        return MessageDigest.isEqual(offered.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
