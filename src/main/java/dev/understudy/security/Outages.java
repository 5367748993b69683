package dev.understudy.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers requests that nobody could look up anything for, because the database is away or more ask at once than there
/// are connections, with 503: already who is asking is looked up there, before anything of the answer has begun.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Outages extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    /// What SQL states begin with if there is no connection, no resource for one, or the server is going down.
    private static final List<String> CONNECTION_LOST = List.of("08", "53", "57P");

    private static final int TRY_AGAIN_SECONDS = 2;
    private static final int LONGEST_REASON = 200;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (!isOutage(failure) || response.isCommitted()) {
                throw failure;
            }
            String reason = String.valueOf(root(failure));
            LOG.warn(
                    "A request could not be answered for lack of the database: {}",
                    reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
            response.reset();
            response.setIntHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
            Refusals.unavailable(response);
        }
    }

    /// A statement that the database refused is a mistake of ours, and none.
    static boolean isOutage(Throwable failure) {
        return causes(failure).anyMatch(cause -> switch (cause) {
            case SQLException refused -> isConnection(refused);
            case TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ -> true;
            default -> false;
        });
    }

    private static boolean isConnection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return failure instanceof SQLTransientException
                || failure instanceof SQLNonTransientConnectionException
                || CONNECTION_LOST.stream().anyMatch(state::startsWith);
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (_, cause) -> cause);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
