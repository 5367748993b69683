package dev.understudy.api;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Lets whoever works for a request ask whether its client has hung up. The server itself finds that out when it reads
/// or writes only, so it is made to look for bytes without waiting for any. Only the thread of the request may ask.
final class ClientPresence extends ValveBase {

    /// The attribute of a request: a [BooleanSupplier] that says whether the client is gone.
    static final String GONE = ClientPresence.class.getName() + ".gone";

    /// What the server says of a connection that can't be read any more: that a read would have an answer, of which
    /// there is the least. A client that has sent more than its request has sent at least a line break.
    private static final int UNREADABLE = 1;

    ClientPresence() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        BooleanSupplier gone = () -> isGone(request.getCoyoteRequest());
        request.setAttribute(GONE, gone);
        getNext().invoke(request, response);
    }

    private static boolean isGone(org.apache.coyote.Request request) {
        AtomicBoolean read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        if (!read.get()) {
            return false;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == UNREADABLE;
    }

    /// Puts it in front of everything that works for a request.
    @Component
    static class InPlace implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addEngineValves(new ClientPresence());
        }
    }
}
