package dev.understudy.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// Gives every page a Content-Security-Policy of its own: of the inline scripts only those run that the server put
/// into this very page and marked with its nonce. `unsafe-eval` has to stay, since the client engine of Vaadin 25.2
/// makes functions of the expressions that the server sends, and so have inline styles, which its components set.
@Component
class PagePolicy implements VaadinServiceInitListener {

    private static final String HEADER = "Content-Security-Policy";
    private static final int NONCE_BYTES = 18;

    private static final String REST = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
            + " font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'none'; frame-src 'none'";

    private final SecureRandom chance;

    PagePolicy(SecureRandom chance) {
        this.chance = chance;
    }

    /// The policy of what is not a page of the user interface.
    static String withoutScripts() {
        return REST + "; script-src 'self'";
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        boolean production = event.getSource().getDeploymentConfiguration().isProductionMode();
        event.addIndexHtmlRequestListener(response -> protect(response, production));
    }

    private void protect(IndexHtmlResponse response, boolean production) {
        byte[] bytes = new byte[NONCE_BYTES];
        chance.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        response.getDocument().select("script").attr("nonce", nonce);
        String scripts = "; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'";
        String ofDevelopment = "; script-src 'self' 'unsafe-inline' 'unsafe-eval'";
        response.getVaadinResponse().setHeader(HEADER, REST + (production ? scripts : ofDevelopment));
    }
}
