package dev.understudy.security;

import dev.understudy.team.RightsChange;
import dev.understudy.team.RightsLog;
import dev.understudy.team.UserId;
import dev.understudy.team.account.SessionMark;
import dev.understudy.team.account.Users;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What accounts ask of the sessions of their owners, remembered until the [RightsLog] tells that it is another: each
/// message of each open page needs it, also while the database stands still. Any thread may call it.
@Component
final class SessionMarks {

    /// So many accounts are remembered; then all are looked up anew.
    static final int MAX_REMEMBERED = 10_000;

    private final Function<UserId, Optional<SessionMark>> accounts;
    private final Map<UserId, Optional<SessionMark>> marks = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    @Autowired
    SessionMarks(Users users, RightsLog rights) {
        this(users::mark, rights::listen);
    }

    /// @param accounts looks an account up
    /// @param rights is told who wants to hear of changes
    SessionMarks(Function<UserId, Optional<SessionMark>> accounts, Consumer<Consumer<RightsChange>> rights) {
        this.accounts = accounts;
        rights.accept(change -> {
            changes.incrementAndGet();
            marks.keySet().removeIf(change::concernsAccount);
        });
    }

    /// Empty if there is no such account any more.
    Optional<SessionMark> of(UserId user) {
        Optional<SessionMark> known = marks.get(user);
        return known == null ? look(user) : known;
    }

    /// What changed while it was looked up was told too early to be forgotten.
    private Optional<SessionMark> look(UserId user) {
        long before = changes.get();
        Optional<SessionMark> found = accounts.apply(user);
        if (marks.size() >= MAX_REMEMBERED) {
            marks.clear();
        }
        marks.put(user, found);
        if (changes.get() != before) {
            marks.remove(user);
        }
        return found;
    }
}
