package dev.understudy.ui.team;

import com.vaadin.flow.component.checkbox.Checkbox;
import dev.understudy.team.account.AccessTokens.Fate;

/// Asks whoever ends their sessions whether their access tokens end with them; not there for who has none.
final class TokensToo extends Checkbox {

    TokensToo(int tokens) {
        show(tokens);
    }

    void show(int tokens) {
        setLabel(tokens == 1 ? "Also revoke my access token" : "Also revoke my " + tokens + " access tokens");
        setValue(false);
        setVisible(tokens > 0);
    }

    Fate fate() {
        return isVisible() && getValue() ? Fate.REVOKED : Fate.KEPT;
    }
}
