package dev.understudy.sample;

import dev.understudy.collab.Environments;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.format.SampleEnvironment;
import dev.understudy.hosting.listener.ListenerState;
import dev.understudy.hosting.listener.Listeners;
import dev.understudy.team.Access;
import dev.understudy.team.Branch;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.account.FirstStart;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Puts the sample environment into the team that this start made, once, and starts its listener.
@Component
class Sample {

    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);

    private final FirstStart firstStart;
    private final Environments environments;
    private final Listeners listeners;
    private final RandomGenerator chance;
    private final boolean wanted;

    Sample(
            FirstStart firstStart,
            Environments environments,
            Listeners listeners,
            RandomGenerator chance,
            @Value("${understudy.sample:true}") boolean wanted) {
        this.firstStart = firstStart;
        this.environments = environments;
        this.listeners = listeners;
        this.chance = chance;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void create() {
        firstStart.newTeam().filter(_ -> wanted).ifPresent(this::createIn);
    }

    private void createIn(TeamAccess team) {
        EnvironmentId id = environments.create(team, SampleEnvironment.coffeeShop(chance));
        Branch main = environments.main(team, id).orElseThrow();
        ListenerState state = listeners.start(Access.ofServer(main), Optional.empty());
        if (state instanceof ListenerState.Failed failed) {
            LOG.warn("The sample environment does not answer yet: {}", failed.reason());
        }
    }
}
