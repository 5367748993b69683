package dev.understudy.ui.team;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import dev.understudy.server.PublicUrl;
import dev.understudy.team.Answer;
import dev.understudy.team.Invitation;
import dev.understudy.team.Invitations;
import dev.understudy.team.Refusal;
import dev.understudy.team.Role;
import dev.understudy.team.TeamAccess;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.FieldErrors;
import dev.understudy.ui.kit.SecretField;

/// Makes the link that lets one person in.
final class InviteDialog extends Dialog {

    private final TeamAccess team;
    private final Invitations invitations;
    private final PublicUrl address;
    private final Runnable created;
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>("Role");
    private final FieldErrors errors = new FieldErrors();

    InviteDialog(TeamAccess team, Invitations invitations, PublicUrl address, Runnable created) {
        super("Invite to " + team.name());
        this.team = team;
        this.invitations = invitations;
        this.address = address;
        this.created = created;
        Button create = new Button("Create link");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        role.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        role.setItems(Role.EDITOR, Role.VIEWER, Role.OWNER);
        role.setItemLabelGenerator(InviteDialog::label);
        role.setValue(Role.EDITOR);

        create.addClickListener(click -> create(create));

        setWidth("460px");
        add(errors, role);
        getFooter().add(new Button("Cancel", click -> close()), create);
    }

    private void create(Button pressed) {
        Role wanted = role.getValue();
        Errand.run(pressed, () -> invitations.create(team, wanted), this::show);
    }

    private void show(Answer<Invitation.Issued> answer) {
        switch (answer) {
            case Answer.Refused<Invitation.Issued>(Refusal why) -> errors.show(why);
            case Answer.Done<Invitation.Issued>(Invitation.Issued issued) -> {
                show(address.base() + "/join/" + issued.secret());
                created.run();
            }
        }
    }

    private void show(String link) {
        removeAll();
        getFooter().removeAll();
        String sentence = "Send this link to one person. It works once, for " + Invitations.LIFETIME.toDays()
                + " days, and is shown only now.";
        add(new Paragraph(sentence), new SecretField("Invitation link", "Copy link", link));
        getFooter().add(new Button("Done", click -> close()));
    }

    private static String label(Role role) {
        return switch (role) {
            case OWNER -> "Owner: edits, invites and manages the team";
            case EDITOR -> "Editor: edits everything, starts and stops mocks";
            case VIEWER -> "Viewer: sees everything live, changes nothing";
        };
    }
}
