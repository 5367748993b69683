package dev.understudy.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Keeps the size of an answer from telling what stands in it. Whoever lets a browser ask, with the cookies of somebody
/// else and words of their own in the address, could find out a secret in the answer by how well both compress
/// together. So what another site lets a browser ask for comes as it is, and so do pushes, which are frames of their
/// own. Stands behind what knows whether the browser speaks HTTPS.
@Component
final class CompressionGate implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String SITE = "Sec-Fetch-Site";
    private static final String PUSH = "/VAADIN/push";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextValves(new Gate());
    }

    /// Whether an answer may be compressed.
    ///
    /// @param site who let the browser ask, as it says itself; browsers say it over HTTPS only, and old ones never
    /// @param secure whether anybody between needs the size at all to know what stands in the answer
    static boolean isOpen(@Nullable String site, boolean cookies, boolean secure) {
        return switch (site) {
            case "same-origin", "none" -> true;
            case null -> !cookies || !secure;
            default -> !cookies;
        };
    }

    private static final class Gate extends ValveBase {

        Gate() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            boolean cookies = request.getHeader(HttpHeaders.COOKIE) != null;
            if (!isOpen(request.getHeader(SITE), cookies, request.isSecure())
                    || request.getRequestURI().startsWith(request.getContextPath() + PUSH)) {
                MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
                headers.removeHeader(HttpHeaders.ACCEPT_ENCODING);
                headers.removeHeader(HttpHeaders.TE);
            }
            getNext().invoke(request, response);
        }
    }
}
