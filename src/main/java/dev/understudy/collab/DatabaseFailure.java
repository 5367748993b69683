package dev.understudy.collab;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/// What kind of failure of the database an exception tells of, whoever wrapped it.
final class DatabaseFailure {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String REFERENCE = "23503";
    private static final String DATA = "22";
    private static final String TOO_MUCH = "54";

    private DatabaseFailure() {}

    static boolean is(Throwable failure) {
        return failure instanceof DataAccessException || failure instanceof org.jooq.exception.DataAccessException;
    }

    /// Somebody else wrote the same key.
    static boolean isTaken(Throwable failure) {
        return state(failure).equals(UNIQUE_VIOLATION);
    }

    /// What it belongs to is not there.
    static boolean isOfReference(Throwable failure) {
        return state(failure).equals(REFERENCE);
    }

    /// A value that the database does not take: without it, the rest can be written.
    static boolean isOfValue(Throwable failure) {
        return state(failure).startsWith(DATA) || state(failure).startsWith(TOO_MUCH);
    }

    private static String state(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst()
                .orElse("");
    }
}
