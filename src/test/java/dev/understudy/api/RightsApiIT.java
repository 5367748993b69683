package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.ApiWorld.Person;
import dev.understudy.api.RawHttp.Answer;
import dev.understudy.team.Actor;
import dev.understudy.team.Role;
import dev.understudy.team.TokenScope;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The table of rights, cell by cell: who calls, with which token, and what.
@ApiServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsApiIT {

    private static final Set<TokenScope> READ = Set.of(TokenScope.ENVIRONMENT_READ, TokenScope.ENVIRONMENT_WRITE);
    private static final Set<TokenScope> WRITE = Set.of(TokenScope.ENVIRONMENT_WRITE);
    private static final Set<TokenScope> LISTEN = Set.of(TokenScope.LISTENER_MANAGE);
    private static final Set<TokenScope> ANY = TokenScope.all();

    /// What a call is about, and so what whoever may not see that is told.
    private enum About {
        /// One environment of the team.
        ENVIRONMENT,
        /// The team.
        TEAM,
        /// Whatever belongs to the caller.
        CALLER,
        /// What everybody may have.
        NOBODY
    }

    /// A row of the table.
    ///
    /// @param scopes of which the token needs one
    private record Call(
            About about, Role least, Set<TokenScope> scopes, int success, String method, String path, String body) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final String ENVIRONMENT = "/environments/ID";
    private static final String FILE = "folder/a%20file.txt";

    private static final List<Call> CALLS = List.of(
            new Call(About.NOBODY, Role.VIEWER, ANY, 200, "GET", "/openapi.json", ""),
            new Call(About.NOBODY, Role.VIEWER, ANY, 200, "GET", "/links/SECRET", ""),
            new Call(About.CALLER, Role.VIEWER, ANY, 200, "GET", "/me", ""),
            new Call(About.CALLER, Role.VIEWER, READ, 200, "GET", "/environments", ""),
            new Call(About.TEAM, Role.EDITOR, WRITE, 201, "POST", "/environments?teamId=TEAM", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT, ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 204, "DELETE", ENVIRONMENT, ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/document", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/openapi.json", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/openapi.yaml", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "PUT", ENVIRONMENT + "/document", "DOCUMENT"),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "POST", ENVIRONMENT + "/edits", "CHANGE"),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/changes", ""),
            // Those who may have nothing to take back, and nobody takes the first change back.
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 409, "POST", ENVIRONMENT + "/undo", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 409, "POST", ENVIRONMENT + "/redo", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 422, "POST", ENVIRONMENT + "/changes/REVISION/revert", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/activity", ""),
            new Call(
                    About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "POST", ENVIRONMENT + "/restore", "{\"to\":\"rev:1\"}"),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 204, "PUT", ENVIRONMENT + "/presence", "{\"client\":\"c\"}"),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/listener", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, LISTEN, 200, "PUT", ENVIRONMENT + "/listener", "{}"),
            new Call(About.ENVIRONMENT, Role.EDITOR, LISTEN, 204, "DELETE", ENVIRONMENT + "/listener", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/traffic", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 204, "DELETE", ENVIRONMENT + "/traffic", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/recording", ""),
            // Nothing is forwarded to a real server, and nothing is recorded.
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 409, "POST", ENVIRONMENT + "/recording", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "POST", ENVIRONMENT + "/recording/stop", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "GET", ENVIRONMENT + "/recording/routes", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 404, "GET", ENVIRONMENT + "/recording/har", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "POST", ENVIRONMENT + "/recording/apply", "{}"),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 204, "DELETE", ENVIRONMENT + "/recording", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 400, "POST", ENVIRONMENT + "/har", "{}"),
            // Nothing was asked.
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 404, "GET", ENVIRONMENT + "/traffic/EXCHANGE", ""),
            // The mock does not run.
            new Call(
                    About.ENVIRONMENT,
                    Role.EDITOR,
                    WRITE,
                    409,
                    "POST",
                    ENVIRONMENT + "/traffic/EXCHANGE/send-again",
                    ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, LISTEN, 200, "GET", ENVIRONMENT + "/listener/admin-token", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, LISTEN, 200, "POST", ENVIRONMENT + "/listener/admin-token", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "GET", ENVIRONMENT + "/links", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 201, "POST", ENVIRONMENT + "/links", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 204, "DELETE", ENVIRONMENT + "/links/LINK", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/files", ""),
            new Call(About.ENVIRONMENT, Role.VIEWER, READ, 200, "GET", ENVIRONMENT + "/files/PATH", ""),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 200, "PUT", ENVIRONMENT + "/files/PATH", "a file"),
            new Call(About.ENVIRONMENT, Role.EDITOR, WRITE, 204, "DELETE", ENVIRONMENT + "/files/PATH", ""));

    private static final List<Set<TokenScope>> TOKENS = Stream.concat(
                    Stream.of(TokenScope.all()), TokenScope.all().stream().map(Set::of))
            .toList();

    /// Tokens that are none any more, or never were.
    private enum Bad {
        NONE,
        UNKNOWN,
        REVOKED,
        EXPIRED
    }

    /// A cell of those who have a good token. `role` is empty for whoever is in another team only.
    private record Cell(Call call, String who, Set<TokenScope> scopes) {

        @Override
        public String toString() {
            return who + " " + scopes.stream().map(TokenScope::word).sorted().toList() + " " + call;
        }
    }

    private record BadCell(Call call, Bad token) {}

    private static final AtomicInteger CELLS = new AtomicInteger();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Autowired
    private ApiWorld world;

    private final Map<Role, Person> members = new EnumMap<>(Role.class);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<String, ApiClient> clients = new HashMap<>();
    private Person stranger;
    private Scene shared;

    @BeforeAll
    void people() {
        Person owner = world.owner();
        members.put(Role.OWNER, owner);
        members.put(Role.EDITOR, world.member(owner.team(), Role.EDITOR));
        members.put(Role.VIEWER, world.member(owner.team(), Role.VIEWER));
        stranger = world.owner();
        shared = new Scene();
    }

    @AfterAll
    static void count() {
        System.out.println("Rights: " + CELLS + " cells of the table tried");
    }

    static Stream<Cell> cells() {
        return CALLS.stream()
                .flatMap(call -> Stream.of("owner", "editor", "viewer", "stranger")
                        .flatMap(who -> TOKENS.stream().map(token -> new Cell(call, who, token))));
    }

    static Stream<BadCell> badCells() {
        return CALLS.stream().flatMap(call -> Stream.of(Bad.values()).map(token -> new BadCell(call, token)));
    }

    @ParameterizedTest(name = "A5 {0}")
    @MethodSource("cells")
    @DisplayName("A5 a call needs the role and one of the scopes; what is another team's is not found")
    void goodToken(Cell cell) throws Exception {
        Call call = cell.call();
        boolean member = !cell.who().equals("stranger");
        Person person = member ? members.get(Role.valueOf(cell.who().toUpperCase(Locale.ROOT))) : stranger;
        boolean needsMembership = call.about() == About.ENVIRONMENT || call.about() == About.TEAM;
        boolean allowed = person.role().compareTo(call.least()) <= 0
                && call.scopes().stream().anyMatch(cell.scopes()::contains);
        boolean changes = allowed && member && !call.method().equals("GET");
        Scene scene = changes ? new Scene() : shared;
        String before = scene.trace();
        ApiClient caller = clients.computeIfAbsent(
                cell.who() + cell.scopes(),
                _ -> world.client(person.actor(), cell.scopes().toArray(TokenScope[]::new)));
        Answer answer = scene.play(call, new RawHttp(caller));
        if (needsMembership && !member) {
            assertProblem(answer, 404, "not-found");
            assertThat(withoutIds(answer)).isEqualTo(withoutIds(scene.nowhere(call, new RawHttp(caller))));
        } else if (!allowed) {
            assertProblem(answer, 403, "forbidden");
        } else {
            assertThat(answer.status()).as(answer.body()).isEqualTo(call.success());
        }
        if (answer.status() >= 400) {
            assertThat(scene.trace()).isEqualTo(before);
        }
        if (call.about() == About.CALLER) {
            assertThat(answer.body().contains(scene.id))
                    .isEqualTo(member && answer.status() == 200 && call.path().equals("/environments"));
        }
        CELLS.incrementAndGet();
    }

    @Test
    @DisplayName("A5 every call that the server knows stands in the table")
    void complete() {
        Set<String> rows = CALLS.stream()
                .map(call -> call.method() + " /api/v1" + call.path().replaceAll("\\?.*", ""))
                .collect(Collectors.toSet());
        Set<String> mapped = new HashSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(ApiPaths::isApi)
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mapped.add(method + " " + inCapitals(path)))));
        assertThat(rows).isEqualTo(mapped);
    }

    private static String inCapitals(String pattern) {
        return Pattern.compile("\\{\\*?(\\w+)}")
                .matcher(pattern)
                .replaceAll(name -> name.group(1).toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest(name = "A1 {0}")
    @MethodSource("badCells")
    @DisplayName("A1 without a token that is good now, nothing is told")
    void badToken(BadCell cell) throws Exception {
        String before = shared.trace();
        // Each from an address of its own, or they would have to wait after some.
        int number = ADDRESSES.incrementAndGet();
        InetAddress from = InetAddress.getByName("127.0.%d.%d".formatted(1 + number / 200, 1 + number % 200));
        Answer answer = shared.play(cell.call(), new RawHttp(caller(cell.token()), from));
        if (cell.call().about() == About.NOBODY && cell.token() == Bad.NONE) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertProblem(answer, 401, "unauthorized");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
        if (answer.status() >= 400) {
            assertThat(shared.trace()).isEqualTo(before);
        }
        CELLS.incrementAndGet();
    }

    private ApiClient caller(Bad token) {
        if (token == Bad.NONE) {
            return world.nobody();
        }
        return clients.computeIfAbsent(token.name(), _ -> new ApiClient(world.base(), secret(token)));
    }

    private String secret(Bad token) {
        Actor owner = members.get(Role.OWNER).actor();
        var issued = world.token(owner);
        switch (token) {
            case NONE, UNKNOWN -> {
                return issued.secret().substring(0, issued.secret().length() - 1) + "~";
            }
            case REVOKED -> world.revoke(owner, issued);
            case EXPIRED -> world.expire(issued);
        }
        return issued.secret();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }

    private static String withoutIds(Answer answer) {
        return answer.body().replaceAll("[0-9a-f-]{36}", "…");
    }

    /// An environment with a link, made by the owner, and calls about it.
    private final class Scene {

        private final ApiClient owner = members.get(Role.OWNER).client();
        private final String id = owner.create("");
        private final String document =
                owner.get("/environments/" + id + "/document").body();
        private final String root = owner.root(id);
        private final long revision;
        private final String link;
        private final String secret;

        Scene() {
            var made = owner.post("/environments/" + id + "/links", "").json();
            link = made.path("id").asString();
            secret = made.path("url").asString().replaceAll(".*/", "");
            owner.put("/environments/" + id + "/files/" + FILE, "a file");
            revision = owner.revision(id);
        }

        /// All that a call could have changed.
        String trace() {
            String path = "/environments/" + id;
            return owner.get(path).body()
                    + owner.get(path + "/links").body()
                    + owner.get(path + "/files").body();
        }

        Answer play(Call call, RawHttp http) throws IOException {
            return play(call, http, id, members.get(Role.OWNER).team().toString());
        }

        /// The same call about what does not exist at all.
        Answer nowhere(Call call, RawHttp http) throws IOException {
            return play(
                    call, http, UUID.randomUUID().toString(), UUID.randomUUID().toString());
        }

        private Answer play(Call call, RawHttp http, String environment, String team) throws IOException {
            String path = call.path()
                    .replace("ID", environment)
                    .replace("TEAM", team)
                    .replace("LINK", link)
                    .replace("SECRET", secret)
                    .replace("PATH", FILE)
                    .replace("REVISION", "1")
                    .replace("EXCHANGE", "0197a000-0000-7000-8000-000000000000");
            String body = switch (call.body()) {
                case "DOCUMENT" -> document.replace("New environment", "Changed");
                case "CHANGE" -> """
                        {"client":"c","seq":1,"base":1,"edits":[{"op":"set","node":"%s","field":"name","value":"Changed"}]}""".formatted(root);
                default -> call.body();
            };
            return http.call(
                    call.method(),
                    "/api/v1" + path,
                    body.getBytes(StandardCharsets.UTF_8),
                    "Content-Type: application/json",
                    "If-Match: \"" + revision + "\"");
        }
    }
}
