package dev.understudy.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.understudy.team.Actor;
import dev.understudy.team.Answer;
import dev.understudy.team.Refusal;
import dev.understudy.team.TokenScope;
import dev.understudy.team.account.AccessToken;
import dev.understudy.team.account.AccessTokens;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.FieldErrors;
import dev.understudy.ui.kit.SecretField;
import java.util.Set;

/// Asks what a new token is for and shows it, once.
final class NewTokenDialog extends Dialog {

    private static final int USUAL_DAYS = 90;

    private final Actor actor;
    private final AccessTokens tokens;
    private final Runnable created;
    private final TextField name = new TextField("Name");
    private final CheckboxGroup<TokenScope> scopes = new CheckboxGroup<>("It may");
    private final Select<Integer> lifetime = new Select<>();
    private final FieldErrors errors = new FieldErrors();

    NewTokenDialog(Actor actor, AccessTokens tokens, Runnable created) {
        super("New access token");
        this.actor = actor;
        this.tokens = tokens;
        this.created = created;
        name.setManualValidation(true);
        name.setHelperText("What will use it: CI, a script, a colleague's tool.");
        name.setAutofocus(true);
        scopes.setManualValidation(true);
        scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        scopes.setItems(TokenScope.values());
        scopes.setItemLabelGenerator(TokenScope::explanation);
        scopes.select(TokenScope.ENVIRONMENT_READ);
        lifetime.setManualValidation(true);
        lifetime.setLabel("Expires");
        lifetime.setItems(7, 30, USUAL_DAYS, AccessTokens.LONGEST_LIFETIME_DAYS);
        lifetime.setItemLabelGenerator(days -> "in " + days + " days");
        lifetime.setValue(USUAL_DAYS);
        Button create = new Button("Create token");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

        errors.put(Refusal.About.NAME, name);
        errors.put(Refusal.About.SCOPES, scopes);
        errors.put(Refusal.About.LIFETIME, lifetime);
        create.addClickListener(click -> create(create));

        setWidth("460px");
        addClassName("form-dialog");
        add(errors, name, scopes, lifetime);
        getFooter().add(new Button("Cancel", click -> close()), create);
    }

    private void create(Button pressed) {
        errors.clear();
        String called = name.getValue();
        Set<TokenScope> may = scopes.getValue();
        int days = lifetime.getValue();
        Errand.run(pressed, () -> tokens.create(actor, called, may, days), this::show);
    }

    private void show(Answer<AccessToken.Issued> answer) {
        switch (answer) {
            case Answer.Refused<AccessToken.Issued>(Refusal why) -> errors.show(why);
            case Answer.Done<AccessToken.Issued>(AccessToken.Issued issued) -> {
                show(issued.secret());
                created.run();
            }
        }
    }

    private void show(String secret) {
        removeAll();
        getFooter().removeAll();
        add(
                new Paragraph("Copy the token now: it is shown only this once. Send it as Authorization: Bearer …"),
                new SecretField("Access token", "Copy token", secret));
        getFooter().add(new Button("Done", click -> close()));
    }
}
