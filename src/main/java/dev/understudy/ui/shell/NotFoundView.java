package dev.understudy.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.understudy.ui.kit.MessagePage;

/// For what is not there and for what one may not see: the two look the same.
@PageTitle("Not found · Understudy")
@AnonymousAllowed
public final class NotFoundView extends Div implements HasErrorParameter<NotFoundException> {

    NotFoundView() {
        Anchor home = new Anchor("", "Go to the environments");
        home.getElement().setAttribute("router-link", true);
        add(new MessagePage(
                "There is nothing here",
                "Perhaps it was deleted, or it belongs to a team that you are not in. The address may also have a"
                        + " typing error.",
                home));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
