package dev.understudy.ui.editor.desk;

import dev.understudy.team.MembershipListener;
import dev.understudy.team.TeamId;
import dev.understudy.team.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/// Passes on to the open tabs of this process that somebody's place in a team changed. Any thread may call it.
@Component
final class Memberships implements MembershipListener {

    private final List<MembershipListener> listeners = new CopyOnWriteArrayList<>();

    /// From now on, until what this returns is run.
    Runnable listen(MembershipListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void membershipChanged(TeamId team, UserId user) {
        listeners.forEach(listener -> listener.membershipChanged(team, user));
    }
}
