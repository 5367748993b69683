package dev.understudy.ui.shell;

import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.server.VaadinRequest;
import dev.understudy.wall.OwnCookies;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;

/// Light, dark, or as the system says. The choice belongs to the browser and is kept in a cookie, so that the server
/// can send a page that has the right colours from its first paint.
public enum Scheme {
    SYSTEM("As the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    Scheme(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The choice that came with a request; whatever else the cookie may say means the system's.
    static Scheme of(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return SYSTEM;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(OwnCookies.SCHEME))
                .flatMap(cookie ->
                        Arrays.stream(values()).filter(scheme -> scheme.word().equals(cookie.getValue())))
                .findFirst()
                .orElse(SYSTEM);
    }

    /// Makes it the choice of the browser that shows the page, at once and for a year.
    void choose(Page page) {
        page.executeJs("""
                document.documentElement.setAttribute('data-scheme', $0);
                const guarded = location.protocol === 'https:';
                document.cookie = (guarded ? $2 : '') + $1 + '=' + $0 + '; path=/; max-age=31536000; samesite=lax'
                    + (guarded ? '; secure' : '');
                """, word(), OwnCookies.SCHEME, OwnCookies.HOST_PREFIX);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
