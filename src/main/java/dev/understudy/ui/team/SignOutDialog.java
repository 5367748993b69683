package dev.understudy.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.understudy.team.account.AccessTokens.Fate;
import java.util.function.Consumer;

/// Asks before all sessions of somebody end.
final class SignOutDialog extends Dialog {

    /// @param tokens how many access tokens there are
    SignOutDialog(int tokens, Consumer<Fate> signOut) {
        super("Sign out everywhere?");
        Paragraph text = new Paragraph("Every browser in which you are signed in has to sign in again, this one too."
                + " Pages that are open there close at once.");
        text.addClassName("confirm");
        TokensToo too = new TokensToo(tokens);
        Button cancel = new Button("Cancel", click -> close());
        cancel.setAutofocus(true);
        Button act = new Button("Sign out everywhere", click -> {
            close();
            signOut.accept(too.fate());
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        add(text, too);
        getFooter().add(cancel, act);
    }
}
