package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.HttpMethod;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.CodeField;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveText;
import dev.understudy.ui.editor.field.TroubleNotes;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.Uses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A callback: what it is called, where it goes, and what it sends.
public final class CallbackPanel extends Div {

    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final EditorSession session;
    private final LiveChoice<HttpMethod> method;
    private final UseList uses;
    private final List<Bound> parts;
    private final Paragraph hint = new Paragraph();
    private final Pages.Page headers;
    private final Pages.Page body;
    private final ValueSignal<Optional<NodeId>> callback = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    public CallbackPanel(EditorSession session, Actions actions, Function<NodeId, String> links) {
        this.session = session;
        LiveText name = new LiveText(session, Schema.CALLBACK_NAME);
        LiveText url = new LiveText(session, Schema.CALLBACK_URI);
        CodeField documentation = CodeField.prose(session, Schema.CALLBACK_DOCUMENTATION, "What this callback is for");
        TroubleNotes troubles = new TroubleNotes(session, problem -> !BodyFields.OF_CALLBACK.isToldThere(problem));
        Pages pages = new Pages();
        method = MethodChoices.of(session, Schema.CALLBACK_METHOD);
        uses = new UseList(session, links, "Sent by", (environment, node) -> Uses.ofCallback(environment, node.id()));
        body = pages.add("Body", () -> BodyEditor.ofCallback(session, actions, links));
        headers = pages.add(
                "Headers",
                () -> HeaderRow.rows(session, actions, Slot.HEADERS, "No headers but those that every request has."));
        parts = List.of(name, method, url, documentation, troubles, pages, uses);
        addClassNames("element-panel", "callback-panel");
        url.box().setLabel(null);
        url.box().setAriaLabel(Schema.CALLBACK_URI.label());
        url.box().setPlaceholder("https://shop.example.org/hook, or /path of this mock");
        url.addClassName("grow");
        hint.addClassNames("muted", "small");
        Div address = new Div(method, url);
        address.addClassName("address");
        Div top = new Div(name, address, troubles, documentation, uses);
        top.addClassName("top");
        Div rest = new Div(hint, pages);
        rest.addClassName("rest");
        add(top, rest);
        Signal.effect(this, () -> project(callback.get()));
    }

    public void bind(NodeId node) {
        parts.forEach(part -> part.bind(node));
        callback.set(Optional.of(node));
    }

    /// To be told when it is off the screen.
    public void rest() {
        uses.rest();
    }

    /// Opens the part in which a node of a kind is, or a field of the callback itself.
    public void open(Kind kind, String field) {
        if (kind == Kind.HEADER) {
            headers.open();
        } else if (BodyFields.OF_CALLBACK.has(field)) {
            body.open();
        }
    }

    private void project(Optional<NodeId> id) {
        id.flatMap(node -> session.parts().value(node, Schema.CALLBACK_METHOD)).ifPresent(verb -> {
            method.getElement().setAttribute("data-method", verb.wireName());
            headers.setCount(session.parts().children(id.get(), Slot.HEADERS).size());
            hint.setText(WITH_BODY.contains(verb) ? "" : "The body is sent with POST, PUT and PATCH only.");
            hint.setVisible(!WITH_BODY.contains(verb));
        });
    }
}
