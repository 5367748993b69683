package dev.understudy.ui.login;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.understudy.team.Answer;
import dev.understudy.team.Refusal;
import dev.understudy.team.account.Registration;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.FieldErrors;
import java.util.function.Function;

/// Asks for what an account needs, hands it over, and signs the new person in.
final class AccountForm extends Div {

    private final EmailField email = new EmailField("E-mail");
    private final TextField name = new TextField("Your name");
    private final PasswordField password = new PasswordField("Password");
    private final FieldErrors errors = new FieldErrors();
    private final Button create;

    /// A form that creates nothing by itself.
    /// @param verb what the button says
    /// @param register makes the account; takes its time
    AccountForm(String verb, Function<Registration, Answer<?>> register) {
        addClassName("form");
        create = new Button(verb, click -> submit(register));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER);

        email.setManualValidation(true);
        email.setAutocomplete(Autocomplete.USERNAME);
        email.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        name.setManualValidation(true);
        name.setAutocomplete(Autocomplete.NAME);
        name.setHelperText("What the others see when you edit together.");
        password.setManualValidation(true);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText("At least " + Registration.SHORTEST_PASSWORD + " characters; a sentence is fine.");

        errors.put(Refusal.About.EMAIL, email);
        errors.put(Refusal.About.NAME, name);
        errors.put(Refusal.About.PASSWORD, password);
        add(errors, email, name, password, create);
        email.focus();
    }

    private void submit(Function<Registration, Answer<?>> register) {
        errors.clear();
        Registration wanted = new Registration(email.getValue(), name.getValue(), password.getValue());
        Errand.run(create, () -> register.apply(wanted), answer -> {
            switch (answer) {
                case Answer.Done<?> done -> signIn(wanted);
                case Answer.Refused<?>(Refusal why) -> errors.show(why);
            }
        });
    }

    /// A session begins with a real request to the login, as a browser's form sends it. This page knows the password
    /// already, so it sends that form itself.
    private void signIn(Registration account) {
        removeAll();
        add(new Paragraph("You are being signed in…"), new Anchor("login", "Sign in"));
        getElement().executeJs("""
                        const meta = name => document.querySelector('meta[name="' + name + '"]')?.content;
                        const form = document.createElement('form');
                        form.method = 'post';
                        form.action = new URL('login', document.baseURI).href;
                        const fields = { username: $0, password: $1, [meta('_csrf_parameter')]: meta('_csrf') };
                        for (const [name, value] of Object.entries(fields)) {
                          const input = document.createElement('input');
                          input.type = 'hidden';
                          input.name = name;
                          input.value = value;
                          form.append(input);
                        }
                        document.body.append(form);
                        form.submit();
                        """, account.email(), account.password());
    }
}
