package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.environment.StatusReasons;
import java.util.Optional;

/// One response: status, delay and label above, then its body or its headers.
final class ResponsePanel extends Div {

    private final Desk desk;
    private final LiveField<Integer> status;
    private final LiveField<Integer> delay;
    private final LiveField<String> label;
    private final BodyEditor body;
    private final HeaderRows headers;
    private final TroubleNotes troubles;
    private final Tab bodyTab = new Tab("Body");
    private final Tab headersTab = new Tab("Headers");
    private final Span phrase = new Span();
    private final Span headerCount = new Span();
    private final ValueSignal<Optional<NodeId>> response = new ValueSignal<>(Optional.empty());

    ResponsePanel(Desk desk, Actions actions) {
        this.desk = desk;
        status = LiveField.whole(desk, Schema.RESPONSE_STATUS);
        delay = LiveField.whole(desk, Schema.RESPONSE_LATENCY);
        label = LiveField.text(desk, Schema.RESPONSE_LABEL);
        body = new BodyEditor(desk);
        headers = new HeaderRows(desk, actions, "No headers of its own. Those of the environment are sent anyway.");
        troubles = new TroubleNotes(desk);
        addClassName("response-panel");
        status.box().addClassName("mono");
        delay.box().addClassName("mono");
        phrase.addClassName("muted");
        status.box().setSuffixComponent(phrase);
        label.box().setPlaceholder("What this response means");
        Div fields = new Div(status, delay, label);
        fields.addClassName("fields");
        headerCount.addClassName("count");
        headersTab.add(headerCount);
        add(fields, troubles, tabs(), body, headers);
        Signal.effect(this, () -> project(response.get()));
    }

    void bind(NodeId node) {
        status.bind(node);
        delay.bind(node);
        label.bind(node);
        headers.bind(node);
        body.bind(node);
        troubles.bind(node);
        response.set(Optional.of(node));
    }

    private Component tabs() {
        Tabs tabs = new Tabs(bodyTab, headersTab);
        tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
        tabs.addSelectedChangeListener(change -> open(change.getSelectedTab()));
        open(bodyTab);
        return tabs;
    }

    private void open(Tab tab) {
        // Not setVisible: what was just typed into a hidden tab must still reach the server.
        body.getElement().setAttribute("hidden", tab != bodyTab);
        headers.getElement().setAttribute("hidden", tab != headersTab);
    }

    private void project(Optional<NodeId> id) {
        desk.document().get();
        Optional<Node> node = id.flatMap(desk::find);
        node.ifPresent(found -> {
            phrase.setText(StatusReasons.of(found.get(Schema.RESPONSE_STATUS)).orElse(""));
            headerCount.setText(Integer.toString(
                    desk.now().environment().children(found.id(), Slot.HEADERS).size()));
        });
    }
}
