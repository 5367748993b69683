package dev.understudy.ui.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import java.util.Map;

/// The page that every view is loaded into: icon and server push. Its style sheets are those of `frontend/index.html`.
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
public final class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Understudy");
        settings.addLink("assets/logo.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addMetaTag("description", "Mock APIs that a team edits together, live, and that really answer");
    }
}
