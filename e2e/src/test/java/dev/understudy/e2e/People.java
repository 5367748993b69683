package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// People in front of headless browsers. Each is a browser context of its own, so two of them share no cookie, as on
/// two machines. Ana and Ben keep theirs from one journey to the next, with what it has in its cache, as people do.
/// Like Playwright, it is for the thread that made it.
final class People implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Page.GetByLabelOptions EXACTLY = new Page.GetByLabelOptions().setExact(true);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    private static final int PATIENCE_MILLIS = 40_000;

    private final Server server;
    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, BrowserContext> homes = new HashMap<>();

    private People(Server server, Playwright playwright, Browser browser) {
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
    }

    /// Opens the browser named by `UNDERSTUDY_CHROMIUM`, or Playwright's own where that is not set.
    static People of(Server server) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var options = new LaunchOptions().setHeadless(true).setArgs(FLAGS);
        var chromium = System.getenv("UNDERSTUDY_CHROMIUM");
        if (chromium != null && !chromium.isBlank()) {
            options.setExecutablePath(Path.of(chromium));
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        return new People(server, playwright, playwright.chromium().launch(options));
    }

    /// Somebody with a desktop browser, who has not opened anything yet. Paths they navigate to start at the server.
    Page somebody() {
        return somebody(desktop());
    }

    /// Ana, who owns the team. Signed in, nothing opened yet.
    Page ana() {
        return atHome("Ana", session("Ana", this::signIn));
    }

    /// Ana with a browser of this kind.
    Page ana(NewContextOptions options) {
        return somebody(options.setStorageState(session("Ana", this::signIn)));
    }

    /// Ana, whose browser reaches the server by this address.
    Page anaAt(String url) {
        return open(desktop().setStorageState(session("Ana", this::signIn)).setBaseURL(url));
    }

    /// Ben, an editor of the team.
    Page ben() {
        return atHome("Ben", session("Ben", () -> join("Ben", "Editor")));
    }

    /// Lea, who may only look.
    Page lea() {
        return somebody(desktop().setStorageState(session("Lea", () -> join("Lea", "Viewer"))));
    }

    /// Cleo, an editor who changes her password: no other journey needs her.
    Page cleo() {
        return somebody(desktop().setStorageState(session("Cleo", () -> join("Cleo", "Editor"))));
    }

    /// Somebody new, whom no other journey needs: what happens to them stays with them. Their password is
    /// [#passwordOf] their name.
    ///
    /// @param role as the invitation names it
    Page newcomer(String name, String role) {
        return somebody(desktop().setStorageState(join(name, role)));
    }

    /// Signs in with a browser that nobody has used, at another server on the same database.
    Page signInAt(String url, String email, String password) {
        return signIn(open(desktop().setBaseURL(url)), email, password);
    }

    /// Somebody with a browser of this kind (size, colours, language).
    Page somebody(NewContextOptions options) {
        return open(options.setBaseURL(server.url()));
    }

    /// With the browser that the person always has; the second time in a journey with another one.
    private Page atHome(String name, String session) {
        var options = desktop().setStorageState(session).setBaseURL(server.url());
        var known = homes.get(name);
        if (known == null) {
            known = browse(options);
            homes.put(name, known);
        }
        return known.pages().isEmpty() ? known.newPage() : open(options);
    }

    private Page open(NewContextOptions options) {
        var context = browse(options);
        contexts.add(context);
        return context.newPage();
    }

    private BrowserContext browse(NewContextOptions options) {
        var context = browser.newContext(options);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isOfNetwork(message.text())) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /// Journeys cut lines on purpose.
    private static boolean isOfNetwork(String complaint) {
        return complaint.contains("net::ERR") || complaint.startsWith("WebSocket connection to");
    }

    /// What the browsers complained about since everybody was sent home: mistakes in scripts, and what the policy of
    /// the pages forbids.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// Keeps what everybody sees, for whoever wonders why a journey failed.
    void picture(String journey) {
        var name = journey.replaceAll("[^A-Za-z0-9]+", "-");
        var number = 0;
        for (var context : everybody()) {
            for (var page : context.pages()) {
                var file = PICTURES.resolve(name + "-" + ++number + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
                System.out.println(page.url() + " looked like " + file);
            }
        }
    }

    /// Sends everybody home, so that the next journey starts with nobody.
    void leave() {
        homes.values().forEach(People::tidy);
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        complaints.clear();
    }

    private List<BrowserContext> everybody() {
        return Stream.concat(homes.values().stream(), contexts.stream()).toList();
    }

    /// Leaves a browser as if nothing had been opened in it, but for its cache and for being signed in.
    private static void tidy(BrowserContext context) {
        for (var page : context.pages()) {
            var origin = URI.create(page.url());
            if (origin.getHost() != null) {
                var forgotten = new JsonObject();
                forgotten.addProperty("origin", origin.getScheme() + "://" + origin.getAuthority());
                forgotten.addProperty("storageTypes", "local_storage,indexeddb,service_workers");
                context.newCDPSession(page).send("Storage.clearDataForOrigin", forgotten);
            }
            page.close();
        }
    }

    private static NewContextOptions desktop() {
        return new NewContextOptions().setViewportSize(WIDTH, HEIGHT);
    }

    /// What a browser keeps of being signed in; people sign in once for all journeys.
    private String session(String name, Supplier<String> begin) {
        if (!sessions.containsKey(name)) {
            sessions.put(name, begin.get());
        }
        return sessions.get(name);
    }

    private String signIn() {
        return session(signIn(Server.OWNER_EMAIL, Server.OWNER_PASSWORD));
    }

    /// Signs in with a browser that nobody has used.
    Page signIn(String email, String password) {
        return signIn(somebody(), email, password);
    }

    private static Page signIn(Page page, String email, String password) {
        page.navigate("/login");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password", EXACTLY).fill(password);
        page.keyboard().press("Enter");
        return page;
    }

    /// What people who came by an invitation sign in with.
    static String passwordOf(String name) {
        return "a long password for " + name;
    }

    /// Comes by an invitation of Ana's.
    private String join(String name, String role) {
        var page = somebody();
        page.navigate(invitation(role));
        page.getByLabel("E-mail").fill(name.toLowerCase(Locale.ROOT) + "@example.org");
        page.getByLabel("Your name").fill(name);
        page.getByLabel("Password", EXACTLY).fill(passwordOf(name));
        page.keyboard().press("Enter");
        return session(page);
    }

    private String invitation(String role) {
        var page = ana();
        page.navigate("/members");
        page.getByText("Invite by link").click();
        page.getByText(role + ":").click();
        page.getByText("Create link").click();
        return page.getByLabel("Invitation link").inputValue();
    }

    private static String session(Page page) {
        assertThat(page.getByText("New environment")
                        .or(page.getByText("Environments"))
                        .first())
                .isVisible();
        return page.context().storageState();
    }

    @Override
    public void close() {
        leave();
        homes.values().forEach(BrowserContext::close);
        browser.close();
        playwright.close();
    }
}
