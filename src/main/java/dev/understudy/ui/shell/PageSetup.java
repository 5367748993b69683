package dev.understudy.ui.shell;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What holds for every page: its colours from the first paint, and what it says when the connection, the session or
/// the server fails.
@Component
class PageSetup implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> response.getDocument()
                .selectXpath("/html")
                .attr("lang", "en")
                .attr("data-scheme", Scheme.of(response.getVaadinRequest()).word())
                .attr("data-page", outline(response.getVaadinRequest().getPathInfo())));
        event.addDependencyFilter(CodeOnDemand.ofThisBuild());
        event.getSource().addUIInitListener(init -> words(init.getUI().getReconnectDialogConfiguration()));
        event.getSource().setSystemMessagesProvider(about -> words());
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(new UnexpectedErrors()));
    }

    /// Which outline of `index.html` is shown until the page is there.
    static String outline(@Nullable String path) {
        if (path == null) {
            return "frame";
        }
        if (path.matches("/(login|join|setup)(/.*)?")) {
            return "entry";
        }
        return path.startsWith("/environments/") ? "editor" : "frame";
    }

    private static void words(ReconnectDialogConfiguration dialog) {
        dialog.setDialogText("The connection to Understudy is lost. What was saved is safe; trying to reconnect…");
        dialog.setDialogTextGaveUp("Understudy cannot be reached. What was saved is safe: reload the page to go on.");
        dialog.setReconnectInterval(1000);
        dialog.setReconnectAttempts(3600);
    }

    private static SystemMessages words() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        // After a restart of the server pages load themselves anew: who was signed in still is, and what was typed
        // meanwhile comes back from the browser.
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("This page has to be reloaded");
        messages.setInternalErrorMessage(
                "Something went wrong on the server. What was saved is safe: click to reload.");
        messages.setSyncErrorCaption("This page has to be reloaded");
        messages.setSyncErrorMessage("It fell out of step with the server. What was saved is safe: click to reload.");
        messages.setCookiesDisabledCaption("Cookies are switched off");
        messages.setCookiesDisabledMessage("Understudy needs one to know who you are: allow cookies, then click here.");
        return messages;
    }
}
