package dev.understudy.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {

    /// One line for each role and scope: all that the pair may do, written out by hand.
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("owner environment:read", "VIEW"),
            Map.entry("owner environment:write", "VIEW EDIT CREATE DELETE"),
            Map.entry("owner listener:manage", "MANAGE_LISTENER"),
            Map.entry("owner team:manage", "VIEW_TEAM MANAGE_TEAM"),
            Map.entry("editor environment:read", "VIEW"),
            Map.entry("editor environment:write", "VIEW EDIT CREATE DELETE"),
            Map.entry("editor listener:manage", "MANAGE_LISTENER"),
            Map.entry("editor team:manage", "VIEW_TEAM"),
            Map.entry("viewer environment:read", "VIEW"),
            Map.entry("viewer environment:write", "VIEW"),
            Map.entry("viewer listener:manage", ""),
            Map.entry("viewer team:manage", "VIEW_TEAM"));

    static Stream<Role> roles() {
        return Arrays.stream(Role.values());
    }

    @ParameterizedTest
    @MethodSource("roles")
    @DisplayName("P3 each cell of the table of rights is as written")
    void everyCell(Role role) {
        for (TokenScope scope : TokenScope.values()) {
            String expected = TABLE.get(role.word() + " " + scope.word());
            assertThat(allowed(role, Set.of(scope))).as(role + " with " + scope).isEqualTo(actions(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("roles")
    @DisplayName("P4 several scopes together give what each of them gives, and nothing else")
    void scopesAddUp(Role role) {
        List<TokenScope> all = List.of(TokenScope.values());
        for (int mask = 0; mask < 1 << all.size(); mask++) {
            Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
            Set<Action> expected = EnumSet.noneOf(Action.class);
            for (int bit = 0; bit < all.size(); bit++) {
                if ((mask >> bit & 1) == 1) {
                    scopes.add(all.get(bit));
                    expected.addAll(allowed(role, Set.of(all.get(bit))));
                }
            }
            assertThat(allowed(role, scopes)).as(role + " with " + scopes).isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("P3 a role may do all that a lesser role may")
    void rolesInclude() {
        assertThat(allowed(Role.OWNER, TokenScope.all())).containsAll(allowed(Role.EDITOR, TokenScope.all()));
        assertThat(allowed(Role.EDITOR, TokenScope.all())).containsAll(allowed(Role.VIEWER, TokenScope.all()));
        assertThat(allowed(Role.OWNER, TokenScope.all())).containsExactly(Action.values());
    }

    private static Set<Action> allowed(Role role, Set<TokenScope> scopes) {
        return Arrays.stream(Action.values())
                .filter(action -> Permissions.allows(role, scopes, action))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
    }

    private static Set<Action> actions(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Action::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
    }
}
