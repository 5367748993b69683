package dev.understudy.team;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Everybody who wants to know of changes of memberships made by this process. One that fails holds up nobody else.
/// Any thread may call it.
@Component
public final class MembershipListeners {

    private static final Logger LOG = LoggerFactory.getLogger(MembershipListeners.class);

    private final List<MembershipListener> listeners = new CopyOnWriteArrayList<>();

    /// Adds a listener.
    /// @return takes it away again
    public Runnable add(MembershipListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// To be called after the commit.
    void announce(TeamId team, UserId user) {
        for (MembershipListener listener : listeners) {
            try {
                listener.membershipChanged(team, user);
            } catch (RuntimeException failure) {
                LOG.warn("A listener failed on a change of a membership", failure);
            }
        }
    }
}
