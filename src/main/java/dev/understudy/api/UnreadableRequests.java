package dev.understudy.api;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Answers what the web server itself could not read (a malformed address, too long a head) as the API answers, if
/// it was meant for the API or if that can't be told any more.
public final class UnreadableRequests extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        String path = request.getRequestURI();
        if (path != null && !path.isEmpty() && !ApiPaths.isApi(path)) {
            super.report(request, response, failure);
        } else if (response.getStatus() >= 400 && response.getContentWritten() == 0 && response.setErrorReported()) {
            try {
                EarlyProblems.of(response.getStatus()).send(response);
                response.finishResponse();
            } catch (IOException gone) {
                container.getLogger().debug("The client went away", gone);
            }
        }
    }

    /// Puts it in the place of the web server's own.
    @Component
    static class InPlace implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(UnreadableRequests.class.getName());
                }
            });
        }
    }
}
