package dev.understudy.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.team.RightsChange;
import dev.understudy.team.UserId;
import dev.understudy.team.account.SessionMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionMarksTest {

    private static final SessionMark FIRST = new SessionMark("first", 0);
    private static final SessionMark SECOND = new SessionMark("second", 0);

    private final UserId ana = new UserId(UUID.randomUUID());
    private final List<Consumer<RightsChange>> listeners = new ArrayList<>();
    private final List<UserId> lookups = new ArrayList<>();
    private SessionMark stored = FIRST;
    private Runnable meanwhile = () -> {};
    private final SessionMarks marks = new SessionMarks(
            user -> {
                lookups.add(user);
                Optional<SessionMark> found = Optional.of(stored);
                meanwhile.run();
                return found;
            },
            listeners::add);

    @Test
    @DisplayName("P59 what an account asks of its sessions is looked up once until a change of that account is told")
    void remembered() {
        marks.of(ana);
        marks.of(ana);
        tell(new RightsChange.OfAccount(new UserId(UUID.randomUUID())));
        assertThat(marks.of(ana)).contains(FIRST);
        assertThat(lookups).hasSize(1);
        stored = SECOND;
        tell(new RightsChange.OfAccount(ana));
        assertThat(marks.of(ana)).contains(SECOND);
        tell(new RightsChange.OfAnything());
        marks.of(ana);
        assertThat(lookups).hasSize(3);
    }

    @Test
    @DisplayName("P59 what is told while it is looked up counts")
    void toldMeanwhile() {
        meanwhile = () -> {
            stored = SECOND;
            tell(new RightsChange.OfAccount(ana));
        };
        marks.of(ana);
        meanwhile = () -> {};
        assertThat(marks.of(ana)).contains(SECOND);
    }

    private void tell(RightsChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
