package dev.understudy.api;

import static dev.understudy.db.Tables.ACCESS_TOKEN;
import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.MEMBER;
import static dev.understudy.db.Tables.TEAM;

import dev.understudy.team.Accesses;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Members;
import dev.understudy.team.Role;
import dev.understudy.team.TeamId;
import dev.understudy.team.TokenScope;
import dev.understudy.team.UserId;
import dev.understudy.team.account.AccessToken;
import dev.understudy.team.account.AccessTokens;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/// Makes the teams, people and tokens that a test of the API needs.
@TestComponent
class ApiWorld {

    /// Somebody with a role in a team and a client that acts for them.
    record Person(Actor actor, TeamId team, Role role, ApiClient client) {}

    private final DSLContext sql;
    private final AccessTokens tokens;
    private final Members members;
    private final Accesses accesses;
    private final Environment settings;

    ApiWorld(DSLContext sql, AccessTokens tokens, Members members, Accesses accesses, Environment settings) {
        this.sql = sql;
        this.tokens = tokens;
        this.members = members;
        this.accesses = accesses;
        this.settings = settings;
    }

    String base() {
        return "http://localhost:" + settings.getRequiredProperty("local.server.port");
    }

    ApiClient nobody() {
        return new ApiClient(base(), "");
    }

    TeamId team() {
        UUID id = UUID.randomUUID();
        sql.insertInto(TEAM, TEAM.ID, TEAM.NAME, TEAM.CREATED_AT)
                .values(id, "Team", OffsetDateTime.now(ZoneOffset.UTC))
                .execute();
        return new TeamId(id);
    }

    Person owner() {
        return member(team(), Role.OWNER);
    }

    Person member(TeamId team, Role role, TokenScope... scopes) {
        UUID id = UUID.randomUUID();
        String email = "ana-" + id + "@example.org";
        sql.insertInto(APP_USER)
                .set(APP_USER.ID, id)
                .set(APP_USER.EMAIL, email)
                .set(APP_USER.DISPLAY_NAME, "Ana")
                .set(APP_USER.PASSWORD_HASH, "")
                .set(APP_USER.CREATED_AT, OffsetDateTime.now(ZoneOffset.UTC))
                .execute();
        join(new UserId(id), team, role);
        Actor actor = new Actor(new UserId(id), "Ana", email, TokenScope.all());
        return new Person(actor, team, role, client(actor, scopes));
    }

    void join(UserId user, TeamId team, Role role) {
        sql.insertInto(MEMBER, MEMBER.TEAM_ID, MEMBER.USER_ID, MEMBER.ROLE, MEMBER.JOINED_AT)
                .values(team.value(), user.value(), role.word(), OffsetDateTime.now(ZoneOffset.UTC))
                .execute();
    }

    void leave(Person person) {
        sql.deleteFrom(MEMBER)
                .where(MEMBER.TEAM_ID.eq(person.team().value()))
                .and(MEMBER.USER_ID.eq(person.actor().user().value()))
                .execute();
    }

    /// Makes somebody a viewer.
    void demote(Person person) {
        sql.update(MEMBER)
                .set(MEMBER.ROLE, Role.VIEWER.word())
                .where(MEMBER.USER_ID.eq(person.actor().user().value()))
                .execute();
    }

    /// As an owner does it: whoever listens in this process is told.
    void remove(Person person, Person owner) {
        members.remove(
                accesses.team(owner.actor(), owner.team()).orElseThrow(),
                person.actor().user());
    }

    /// A client for somebody with a token of these scopes, of all if none is named.
    ApiClient client(Actor actor, TokenScope... scopes) {
        return new ApiClient(base(), token(actor, scopes).secret());
    }

    AccessToken.Issued token(Actor actor, TokenScope... scopes) {
        Set<TokenScope> wanted = scopes.length == 0 ? TokenScope.all() : Set.of(scopes);
        return switch (tokens.create(actor, "test", wanted, 1)) {
            case Answer.Done<AccessToken.Issued>(AccessToken.Issued issued) -> issued;
            case Answer.Refused<AccessToken.Issued> refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /// Lets the time of a token be over.
    void expire(AccessToken.Issued issued) {
        expire(issued, OffsetDateTime.now(ZoneOffset.UTC));
    }

    /// Sets when the time of a token is over.
    void expire(AccessToken.Issued issued, OffsetDateTime at) {
        sql.update(ACCESS_TOKEN)
                .set(ACCESS_TOKEN.EXPIRES_AT, at)
                .where(ACCESS_TOKEN.ID.eq(issued.token().id().value()))
                .execute();
    }

    void revoke(Actor actor, AccessToken.Issued issued) {
        tokens.revoke(actor, issued.token().id());
    }
}
