package dev.understudy.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.environment.EnvironmentId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final EnvironmentId SHOP = new EnvironmentId(new UUID(1, 1));

    @Test
    @DisplayName("P5 what the role does not allow is refused with the role that it needs")
    void viewerCannotEdit() {
        Access access = TestAccess.of(SHOP, Role.VIEWER);
        assertThat(access.require(Action.VIEW)).isSameAs(access);
        assertThatThrownBy(() -> access.require(Action.EDIT))
                .isInstanceOf(Forbidden.class)
                .hasMessage("Editing an environment needs the role editor in the team; yours is viewer.");
    }

    @Test
    @DisplayName("P5 what only the token does not allow is refused with the scope that it needs")
    void tokenWithoutScope() {
        Access access = TestAccess.of(SHOP, Role.OWNER, TestAccess.actor("Ana", TokenScope.ENVIRONMENT_READ));
        assertThatThrownBy(() -> access.require(Action.MANAGE_LISTENER))
                .isInstanceOf(Forbidden.class)
                .hasMessage("Starting and stopping a listener needs an access token with the scope listener:manage.");
    }

    @Test
    @DisplayName("P6 the server itself may do everything with the environment it works on")
    void server() {
        Access access = Access.ofServer(TestAccess.branch(SHOP));
        for (Action action : Action.values()) {
            assertThat(access.allows(action)).as(action.name()).isTrue();
        }
    }
}
