package dev.understudy.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.understudy.ui.kit.MessagePage;
import dev.understudy.ui.kit.Retry;

/// For a view that could not be opened: because the database does not answer for the moment, or by a mistake of ours,
/// of
/// which it says nothing but the id under which the log has it.
@PageTitle("Error · Understudy")
@AnonymousAllowed
public final class ErrorView extends Div implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Anchor home = new Anchor("", "Go to the environments");
        // Loaded as a page: the one that could not be shown may be half made.
        home.setRouterIgnore(true);
        if (Retry.isPassing(parameter.getException())) {
            add(new MessagePage(
                    "This page can't be shown for the moment",
                    "The server can't reach its database. Nothing that was saved is lost. Wait a little and reload the"
                            + " page.",
                    home));
            return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
        }
        String id = UnexpectedErrors.log(parameter.getException());
        add(new MessagePage(
                "This page could not be shown",
                "That is a mistake in Understudy. Nothing that was saved is lost. Reload the page to try again; if it"
                        + " happens again, tell whoever runs this server that its log has it as " + id + ".",
                home));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
