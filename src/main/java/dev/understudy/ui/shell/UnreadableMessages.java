package dev.understudy.ui.shell;

import com.vaadin.flow.server.VaadinServlet;
import dev.understudy.server.LogPace;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;

/// Messages to a page that are none: a client made them up, or they were cut off. Reading them fails inside the
/// framework, before anything of ours has begun. They are answered with 400 and are worth one line of the log; with
/// the level DEBUG it tells where they failed.
@Component
@FilterRegistration(
        servletNames = "springServlet",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
final class UnreadableMessages implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableMessages.class);
    private static final String OURS = "dev.understudy.";
    private static final String FRAMEWORKS = "com.vaadin.";
    private static final int LONGEST_REASON = 200;

    /// Whether it failed while the framework was reading a message.
    static boolean isOne(Throwable failure) {
        Throwable root = root(failure);
        boolean ordinary = root instanceof Exception || root instanceof AssertionError;
        if (!ordinary || root instanceof IOException) {
            return false;
        }
        var untilTheServlet = Arrays.stream(root.getStackTrace())
                .map(StackTraceElement::getClassName)
                .takeWhile(name -> !name.equals(VaadinServlet.class.getName()))
                .toList();
        return untilTheServlet.size() < root.getStackTrace().length
                && untilTheServlet.stream().noneMatch(name -> name.startsWith(OURS))
                && untilTheServlet.stream().anyMatch(name -> name.startsWith(FRAMEWORKS));
    }

    static void log(Throwable failure) {
        String reason = String.valueOf(root(failure)).replaceAll("\\p{Cntrl}+", " ");
        LOG.warn(
                "A message of a browser could not be read: {}",
                reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        LOG.debug("It failed here", failure);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (LogPace.OneLine _ = LogPace.oneLine(FRAMEWORKS, UnreadableMessages.class.getName())) {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!isOne(failure) || !(response instanceof HttpServletResponse answer) || answer.isCommitted()) {
                throw failure;
            }
            // The error handler of the session has logged it, if there is a session.
            answer.resetBuffer();
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
