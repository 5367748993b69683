package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.ui.editor.desk.Actions;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Uses;
import dev.understudy.ui.editor.field.Bound;
import dev.understudy.ui.editor.field.CodeField;
import dev.understudy.ui.editor.field.LiveChoice;
import dev.understudy.ui.editor.field.LiveField;
import dev.understudy.ui.editor.field.TroubleNotes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A callback: what it is called, where it goes, and what it sends.
public final class CallbackPanel extends Div {

    private static final Set<String> WITH_BODY = Set.of("post", "put", "patch");

    private final Desk desk;
    private final LiveChoice<String> method;
    private final UseList uses;
    private final List<Bound> parts;
    private final Paragraph hint = new Paragraph();
    private final Pages.Page headers;
    private final Pages.Page body;
    private final ValueSignal<Optional<NodeId>> callback = new ValueSignal<>(Optional.empty());

    /// @param links the address of a node
    public CallbackPanel(Desk desk, Actions actions, Function<NodeId, String> links) {
        this.desk = desk;
        LiveField<String> name = LiveField.text(desk, Schema.CALLBACK_NAME);
        LiveField<String> url = LiveField.text(desk, Schema.CALLBACK_URI);
        CodeField documentation = CodeField.prose(desk, Schema.CALLBACK_DOCUMENTATION, "What this callback is for");
        TroubleNotes troubles = new TroubleNotes(desk, problem -> !BodyFields.OF_CALLBACK.isAboutFile(problem));
        Pages pages = new Pages();
        method = MethodChoices.of(desk, Schema.CALLBACK_METHOD);
        uses = new UseList(desk, links, "Sent by", (environment, node) -> Uses.ofCallback(environment, node.id()));
        body = pages.add("Body", () -> BodyEditor.ofCallback(desk, actions, links));
        headers = pages.add(
                "Headers",
                () -> HeaderRow.rows(desk, actions, Slot.HEADERS, "No headers but those that every request has."));
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
        desk.document().get();
        id.flatMap(desk::find).ifPresent(node -> {
            String verb = node.get(Schema.CALLBACK_METHOD);
            method.getElement().setAttribute("data-method", verb);
            headers.setCount(
                    desk.now().environment().children(node.id(), Slot.HEADERS).size());
            hint.setText(WITH_BODY.contains(verb) ? "" : "The body is sent with POST, PUT and PATCH only.");
            hint.setVisible(!WITH_BODY.contains(verb));
        });
    }
}
