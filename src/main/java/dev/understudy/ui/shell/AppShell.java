package dev.understudy.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import java.util.Map;

/// The page that every view is loaded into: style sheets in the order in which they apply, icon, server push.
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("assets/theme.css")
@StyleSheet("assets/kit.css")
@StyleSheet("assets/shell.css")
@StyleSheet("assets/home.css")
@StyleSheet("assets/editor.css")
@StyleSheet("assets/rows.css")
@StyleSheet("assets/files.css")
@StyleSheet("assets/team.css")
public final class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Understudy");
        settings.addLink("assets/logo.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addMetaTag("description", "Mock APIs that a team edits together, live, and that really answer");
    }
}
