package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a mock that means ill can do to whoever opens it, while they are signed in to the application.
class WallsJourney {

    private static final Map<String, String> TO_THIS_MACHINE =
            Map.of("UNDERSTUDY_OUTBOUND_ALLOWED_RANGES", "127.0.0.0/8");
    private static final Map<String, String> NAME_OF_ITS_OWN = Map.of("UNDERSTUDY_MOCK_HOST", "127.0.0.1");

    private static final String TOSS_SMALL = """
            <script>
            for (const name of ['understudy-session', 'understudy-stay', 'understudy-scheme'])
              for (const path of ['/', '/profile', '/environments', '/login'])
                document.cookie = name + '=junk; path=' + path + '; max-age=3600';
            document.title = 'tossed';
            </script>""";
    private static final String TOSS_LARGE = """
            <script>
            for (let at = 0; at < %d; at++)
              document.cookie = ('t' + at + '=').padEnd(4096, 'x') + '; path=/; max-age=3600';
            document.title = 'tossed';
            </script>""";

    @Test
    @DisplayName("L100 L101 L103 P27 P28 a mock on the host of the application gets no session, sets none, and locks"
            + " nobody out")
    void sharedHost() throws Exception {
        try (var server = Server.fresh(TO_THIS_MACHINE);
                var people = People.of(server);
                var recorder = new Recorder()) {
            var ana = people.ana();
            ana.navigate("/profile");
            assertSignedIn(ana);
            stealsByTemplate(server, ana);
            stealsByImage(server, ana, recorder);
            stealsByCallback(server, ana, recorder);
            registersNoServiceWorker(server, ana);
            setsNoCookieOfTheApplication(server, ana);
            tosses(server, ana, TOSS_SMALL);
            assertSignedIn(ana);
            tosses(server, ana, TOSS_LARGE.formatted(100));
            assertSignedIn(ana);
            // Mocks themselves do not answer a browser that is as full as that, so it takes another.
            var other = people.ana();
            tosses(server, other, TOSS_LARGE.formatted(250));
            assertGetsIn(other);
        }
    }

    @Test
    @DisplayName("L104 L105 where mocks have a host name of their own, nothing that they set reaches the application")
    void hostOfItsOwn() throws Exception {
        try (var server = Server.fresh(NAME_OF_ITS_OWN);
                var people = People.of(server)) {
            var ana = people.ana();
            ana.navigate("/profile");
            assertSignedIn(ana);
            var before = ofTheApplication(ana);
            var guest = Guest.who()
                    .shows("small", TOSS_SMALL)
                    .shows("large", TOSS_LARGE.formatted(250))
                    .enter(server);
            assertThat(guest.url("/")).startsWith("http://127.0.0.1:");
            for (var path : List.of("/small", "/large")) {
                ana.navigate(guest.url(path));
                assertThat(ana).hasTitle("tossed");
                ana.navigate("/profile");
                assertSignedIn(ana);
            }
            assertThat(ofTheApplication(ana)).isEqualTo(before);
            ana.navigate("http://localhost:" + guest.port() + "/small");
            assertThat(ana.content()).contains("Mocks are reached by a host name of their own");
            assertThat(ofTheApplication(ana)).isEqualTo(before);
        }
    }

    private static void stealsByTemplate(Server server, Page ana) {
        var guest = Guest.who()
                .shows("own", "<script>document.cookie = 'mine=1'</script>")
                .shows(
                        "all",
                        "<p>got {{{header 'Cookie'}}} {{cookie 'understudy-session'}} {{{stringify (headers)}}}</p>")
                .enter(server);
        ana.navigate(guest.url("/own"));
        ana.navigate(guest.url("/all"));
        assertThat(ana.content()).contains("mine=1").satisfies(page -> assertNothingOf(ana, page));
    }

    private static void stealsByImage(Server server, Page ana, Recorder recorder) {
        var thief = Guest.who().passesOn(recorder.url()).enter(server);
        var guest = Guest.who()
                .shows("page", "<img src='" + thief.url("/pixel.png") + "'>")
                .enter(server);
        ana.navigate(guest.url("/page"));
        assertHeardNothing(ana, recorder, "/pixel.png");
    }

    private static void stealsByCallback(Server server, Page ana, Recorder recorder) {
        var guest = Guest.who()
                .tells("page", "told", recorder.url() + "/news", "{{{header 'Cookie'}}} {{cookie 'understudy-stay'}}")
                .enter(server);
        ana.navigate(guest.url("/page"));
        assertHeardNothing(ana, recorder, "/news");
    }

    private static void registersNoServiceWorker(Server server, Page ana) {
        var guest = Guest.who()
                .shows("page", """
                        <script>
                        navigator.serviceWorker.register('/worker.js')
                            .then(() => document.title = 'registered', () => document.title = 'refused');
                        </script>""")
                .shows("worker.js", "self.addEventListener('fetch', () => {});", "Content-Type", "text/javascript")
                .enter(server);
        ana.navigate(guest.url("/page"));
        assertThat(ana).hasTitle("refused");
    }

    private static void setsNoCookieOfTheApplication(Server server, Page ana) {
        var before = ofTheApplication(ana);
        var guest = Guest.who()
                .shows("session", "x", "Set-Cookie", "understudy-session=junk; Path=/; HttpOnly")
                .shows("stay", "x", "Set-Cookie", "{{concat 'understudy' '-stay'}}=; Path=/; Max-Age=0")
                .shows("clear", "x", "Clear-Site-Data", "\"cookies\"")
                .enter(server);
        for (var path : List.of("/session", "/stay", "/clear")) {
            ana.navigate(guest.url(path));
            assertThat(ofTheApplication(ana)).as(path).isEqualTo(before);
        }
    }

    private static void tosses(Server server, Page ana, String page) {
        ana.navigate(Guest.who().shows("page", page).enter(server).url("/page"));
        assertThat(ana).hasTitle("tossed");
        ana.navigate("/profile");
    }

    private static void assertSignedIn(Page page) {
        assertThat(page.getByLabel("Current password")).isVisible();
    }

    /// A browser keeps only so many cookies of a host, so others may have pushed out hers: then she signs in again.
    private static void assertGetsIn(Page page) {
        assertThat(page.getByLabel("Current password").or(page.getByLabel("E-mail")))
                .isVisible();
        if (page.getByLabel("E-mail").isVisible()
                && !page.getByLabel("Current password").isVisible()) {
            page.getByLabel("E-mail").fill(Server.OWNER_EMAIL);
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(Server.OWNER_PASSWORD);
            page.keyboard().press("Enter");
        }
        assertSignedIn(page);
    }

    private static void assertHeardNothing(Page page, Recorder recorder, String path) {
        eventually(() -> assertThat(recorder.heard(path)).isNotEmpty());
        assertThat(recorder.heard(path)).allSatisfy(heard -> {
            assertThat(heard).contains("mine=1");
            assertNothingOf(page, heard);
        });
    }

    private static void assertNothingOf(Page page, String text) {
        assertThat(text).doesNotContain("understudy-", "JSESSIONID");
        for (var cookie : ofTheApplication(page)) {
            assertThat(text).doesNotContain(cookie.substring(cookie.indexOf('=') + 1));
        }
    }

    /// The cookies of the application's host that no script may read: those of its sessions.
    private static List<String> ofTheApplication(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.httpOnly && cookie.domain.equals("localhost"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .sorted()
                .toList();
    }
}
