package dev.understudy.hosting.runtime;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The host name by which people reach mocks, and the application's. Where the two differ, browsers keep the cookies of
/// both apart; a mock that answered by the application's name as well would undo that.
///
/// @param own what the operator said; empty if mocks are reached as the application is
/// @param application the host of the application's public address; it may not be known before the first request
public record MockHost(String own, Supplier<String> application) {

    /// One for mocks that nobody told apart from anything.
    public static final MockHost ANY = new MockHost("", () -> "localhost");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]{0,252})|\\[[0-9A-Fa-f:.]+]");

    /// Reads the operator's setting.
    ///
    /// @throws IllegalArgumentException with a sentence that says what it must be
    public static MockHost of(String setting, Supplier<String> application) {
        String host = setting.strip().toLowerCase(Locale.ROOT);
        if (host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[")) {
            host = "[" + host + "]";
        }
        if (!host.isEmpty() && !NAME.matcher(host).matches()) {
            throw new IllegalArgumentException("UNDERSTUDY_MOCK_HOST must be a host name or an address alone, like"
                    + " mocks.example.org, without scheme, port and path; not \"" + setting + "\"");
        }
        return new MockHost(host, application);
    }

    /// For URLs.
    public String name() {
        return own.isEmpty() ? application.get() : own;
    }

    /// Whether it is another host than the application's.
    public boolean isApart() {
        return !own.isEmpty() && !bare(own).equalsIgnoreCase(bare(application.get()));
    }

    /// Whether a listener must not answer, where it [#isApart]: it was asked by the application's name, or by some
    /// other one under which the browser knows the application.
    ///
    /// @param host as the request has it
    /// @param known whether the request brought cookies of the application
    public boolean isWrong(String host, boolean known) {
        String name = bare(host);
        return !name.equalsIgnoreCase(bare(own)) && (known || name.equalsIgnoreCase(bare(application.get())));
    }

    /// Without port and brackets.
    private static String bare(String host) {
        int bracket = host.indexOf(']');
        if (host.startsWith("[") && bracket > 0) {
            return host.substring(1, bracket);
        }
        int colon = host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
