package dev.understudy.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.understudy.collab.EnvironmentSummary;
import dev.understudy.collab.LastChange;
import dev.understudy.ui.kit.AvatarRow;
import dev.understudy.ui.kit.CopyButton;
import dev.understudy.ui.kit.RelativeTime;
import dev.understudy.ui.kit.StatePill;
import dev.understudy.ui.kit.Tone;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// One environment in the list. Its name is the link that the whole row follows; what else can be clicked lies above.
final class EnvironmentRow extends NativeTableRow {

    private final Anchor name = new Anchor();
    private final Span content = small("cut");
    private final StatePill state = new StatePill(Tone.QUIET, "");
    private final Anchor url = new Anchor();
    private final Span note = small("note");
    private final CopyButton copy = new CopyButton("Copy");
    private final Button run = new Button();
    private final AvatarRow here = new AvatarRow("");
    private final Span nobody = small("muted");
    private final RelativeTime at;
    private final Span change = small("cut");
    private final EnvironmentMenu menu;
    private @Nullable EnvironmentLine shown;

    EnvironmentRow(EnvironmentActions actions, Clock clock) {
        at = new RelativeTime(clock);
        menu = new EnvironmentMenu(actions);
        name.getElement().setAttribute("router-link", true);
        name.addClassName("name");
        url.addClassNames("mono", "cut");
        url.setTarget("_blank");
        url.getElement().setAttribute("rel", "noopener");
        run.addThemeVariants(ButtonVariant.LUMO_SMALL);
        run.addClickListener(click -> actions.switchMock(line(), run));
        run.setVisible(actions.mayRun());
        nobody.setText("nobody");

        Div mock = new Div(state, url, copy, run);
        mock.addClassName("mock");
        cell("name-cell", name, content);
        cell("mock-cell", mock, note);
        cell("here-cell", here, nobody);
        cell("change-cell", at, change);
        cell("menu-cell", menu);
    }

    void show(EnvironmentLine line) {
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        EnvironmentSummary summary = line.summary();
        name.setText(summary.name());
        name.setHref("environments/" + summary.id());
        content.setText(line.content());
        show(line.mock());
        here.show(line.here());
        nobody.setVisible(line.here().isEmpty());
        LastChange last = summary.lastChange();
        at.show(last.at());
        change.setText(last.authorName() + " · " + last.what());
        change.setTitle(last.what());
        menu.show(line);
    }

    void refreshTime() {
        at.refresh();
    }

    /// What it shows, for tests and for what is clicked in it.
    EnvironmentLine line() {
        EnvironmentLine line = shown;
        if (line == null) {
            throw new IllegalStateException("The row shows nothing yet");
        }
        return line;
    }

    private void show(MockLine mock) {
        state.show(mock.tone(), mock.text());
        url.setText(mock.address());
        url.setHref(mock.url());
        url.setVisible(!mock.url().isEmpty());
        note.setText(mock.note());
        note.setVisible(!mock.note().isEmpty());
        copy.setCopied(mock.url());
        copy.setVisible(!mock.url().isEmpty());
        run.setText(mock.running() ? "Stop" : "Start");
    }

    private void cell(String className, Component... parts) {
        NativeTableCell cell = addDataCell();
        cell.addClassName(className);
        cell.add(parts);
    }

    private static Span small(String className) {
        Span span = new Span();
        span.addClassNames("small", className);
        return span;
    }
}
