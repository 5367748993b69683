package dev.understudy.ui.shell;

import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Lets browsers keep for good what has a hash of its contents in its name: it is never another. Everything else is
/// served as Vaadin does it.
@Component
final class HashedFiles implements StaticFileHandlerFactory {

    static final String FOR_GOOD = "public, max-age=31536000, immutable";

    /// All that the bundler writes, but for the page itself, is named by its hash.
    private static final String BUILD = "/VAADIN/build/";

    @Override
    public StaticFileHandler createHandler(VaadinService service) {
        return new Files(service);
    }

    static boolean isHashed(String file) {
        return file.startsWith(BUILD) && file.matches(".*-[\\w-]{8}\\.\\w+");
    }

    private static final class Files extends StaticFileServer {

        Files(VaadinService service) {
            super(service);
        }

        @Override
        protected void writeCacheHeaders(String file, HttpServletRequest request, HttpServletResponse response) {
            if (isHashed(file)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD);
            } else {
                super.writeCacheHeaders(file, request, response);
            }
        }
    }
}
