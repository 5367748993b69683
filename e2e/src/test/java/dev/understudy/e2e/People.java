package dev.understudy.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// People in front of headless browsers. Each is a browser context of its own, so two of them share no cookie, as on
/// two machines.
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

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final Server server;
    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();

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
        return new People(server, playwright, playwright.chromium().launch(options));
    }

    /// Somebody with a desktop browser, who has not opened anything yet. Paths they navigate to start at the server.
    Page somebody() {
        return somebody(new NewContextOptions().setViewportSize(WIDTH, HEIGHT));
    }

    /// Somebody with a browser of this kind (size, colours, language).
    Page somebody(NewContextOptions options) {
        var context = browser.newContext(options.setBaseURL(server.url()));
        contexts.add(context);
        return context.newPage();
    }

    /// Sends everybody home, so that the next journey starts with nobody.
    void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @Override
    public void close() {
        leave();
        browser.close();
        playwright.close();
    }
}
