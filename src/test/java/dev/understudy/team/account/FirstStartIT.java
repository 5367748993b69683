package dev.understudy.team.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.TestDatabase;
import dev.understudy.team.Accesses;
import dev.understudy.team.Answer;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.UserId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = {"understudy.sample=false", "understudy.owner.email="})
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class FirstStartIT {

    @Autowired
    private FirstStart firstStart;

    @Autowired
    private Users users;

    @Autowired
    private Accesses accesses;

    @Test
    @DisplayName("P19 the printed link makes one account, the owner of the first team, and is dead then")
    void linkWorksOnce() throws Exception {
        assertThat(firstStart.newTeam()).isPresent();
        String sentence = firstStart.sentence().orElseThrow();
        String secret = sentence.substring(sentence.lastIndexOf('/') + 1);
        assertThat(firstStart.isOpen(secret)).isTrue();
        assertThat(firstStart.isOpen("x" + secret)).isFalse();
        assertThat(firstStart.setUp("x" + secret, TestAccounts.registration("Eve")))
                .isEqualTo(Answer.refused(Refusal.LINK_DEAD));
        assertThat(firstStart.setUp(secret, new Registration("ana@example.org", "Ana", "short")))
                .isEqualTo(Answer.refused(Refusal.PASSWORD_TOO_SHORT));

        List<Answer<UserId>> answers = both(
                () -> firstStart.setUp(secret, TestAccounts.registration("Ana")),
                () -> firstStart.setUp(secret, TestAccounts.registration("Ben")));

        assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
        assertThat(answers).contains(Answer.refused(Refusal.LINK_DEAD));
        assertThat(firstStart.isOpen(secret)).isFalse();
        assertThat(firstStart.sentence()).isEmpty();
        UserId owner = answers.stream()
                .filter(Answer.Done.class::isInstance)
                .map(TestAccounts::value)
                .findFirst()
                .orElseThrow();
        List<TeamAccess> teams = accesses.teams(users.find(owner).orElseThrow().atBrowser());
        assertThat(teams).extracting(TeamAccess::role).containsExactly(Role.OWNER);
    }

    private static List<Answer<UserId>> both(Callable<Answer<UserId>> first, Callable<Answer<UserId>> second)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer<UserId>>> futures = threads.invokeAll(List.of(first, second));
            return List.of(futures.getFirst().get(), futures.getLast().get());
        }
    }
}
