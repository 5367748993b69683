package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.Committed;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.presence.Selection;
import dev.understudy.ui.editor.desk.Answer;
import dev.understudy.ui.editor.desk.Desk;
import dev.understudy.ui.editor.desk.Spot;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A long text of a node that several people edit at once. The browser's side is CodeMirror; what it types is pushed
/// to the room, and every committed change of the text, its own included, is sent back in the room's order.
///
/// Invariant: the browser was sent every change of the text up to [Desk#seen], or the text as it was later.
@Tag("understudy-code")
@JsModule("./code/understudy-code.ts")
@NpmPackage(value = "@codemirror/autocomplete", version = "6.20.4")
@NpmPackage(value = "@codemirror/collab", version = "6.1.1")
@NpmPackage(value = "@codemirror/commands", version = "6.11.1")
@NpmPackage(value = "@codemirror/lang-css", version = "6.3.1")
@NpmPackage(value = "@codemirror/lang-html", version = "6.4.12")
@NpmPackage(value = "@codemirror/lang-javascript", version = "6.2.5")
@NpmPackage(value = "@codemirror/lang-json", version = "6.0.2")
@NpmPackage(value = "@codemirror/lang-xml", version = "6.1.0")
@NpmPackage(value = "@codemirror/language", version = "6.13.1")
@NpmPackage(value = "@codemirror/search", version = "6.7.2")
@NpmPackage(value = "@codemirror/state", version = "6.7.6")
@NpmPackage(value = "@codemirror/view", version = "6.43.15")
@NpmPackage(value = "@lezer/highlight", version = "1.2.5")
public final class CodeField extends Component implements Bound {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DETAIL = "event.detail";

    /// A page that was away for more revisions than this starts anew, with what it had typed put on top.
    static final int MAX_RESUMED = 10_000;

    private final Desk desk;
    private final Field<String> field;
    private final boolean prose;
    private final String hint;
    private final ValueSignal<Optional<Spot>> spot = new ValueSignal<>(Optional.empty());
    private final TextPushes pushes;
    private Consumer<String> complaints = sentence -> {};
    private Consumer<String> recovered = text -> {};
    private String language = "";
    private final Carets carets = new Carets(this);
    private long lastText;
    private @Nullable Registration reading;

    private CodeField(Desk desk, Field<String> field, boolean prose, String hint) {
        this.desk = desk;
        this.field = field;
        this.prose = prose;
        this.hint = hint;
        this.pushes = new TextPushes(desk, field);
        addClassName(prose ? "prose" : "code");
        getElement().setAttribute("data-field", field.key());
        getElement().addEventListener("code-push", this::pushed).addEventData(DETAIL);
        getElement().addEventListener("code-resume", this::resumed).addEventData(DETAIL);
        getElement().addEventListener("code-caret", this::moved).addEventData(DETAIL);
        getElement()
                .addEventListener(
                        "code-focus", event -> spot.peek().map(Spot::focus).ifPresent(desk::focus));
        getElement()
                .addEventListener(
                        "code-problem",
                        event -> complaints.accept(detail(event).path("message").asString("")))
                .addEventData(DETAIL);
        getElement()
                .addEventListener(
                        "code-recovered",
                        event -> recovered.accept(detail(event).path("text").asString("")))
                .addEventData(DETAIL);
        Signal.effect(
                this,
                () -> getElement()
                        .callJsFunction("setReadonly", !desk.standing().get().mayEdit()));
        Faulty.mark(this, desk, spot);
        Signal.effect(this, () -> carets.show(spot.get(), desk.others()));
    }

    /// For text that programs read: numbered lines, colours, brackets, search.
    public static CodeField code(Desk desk, Field<String> field) {
        return new CodeField(desk, field, false, "");
    }

    /// For text that people read.
    ///
    /// @param hint what stands there as long as the text is empty
    public static CodeField prose(Desk desk, Field<String> field, String hint) {
        return new CodeField(desk, field, true, hint);
    }

    /// Shows the text of another node. What was typed into the one before is sent first.
    @Override
    public void bind(NodeId node) {
        if (spot.peek().filter(now -> now.node().equals(node)).isEmpty()
                && desk.find(node).isPresent()) {
            spot.set(Optional.of(new Spot(node, field)));
            open(node);
        }
    }

    /// Highlights as `json`, `html`, `xml`, `css`, `javascript` or, for all else, not at all.
    public void setLanguage(String name) {
        if (!name.equals(language)) {
            language = name;
            getElement().callJsFunction("setLanguage", name);
        }
    }

    /// Lays out the text as JSON, or complains why it can't.
    public void format() {
        getElement().callJsFunction("format");
    }

    /// Is told in words why a text was not saved or formatted; an empty string when all is well again.
    public void onComplaint(Consumer<String> listener) {
        complaints = listener;
    }

    /// Is told what was typed before the connection was lost and could not be put back.
    public void onRecovered(Consumer<String> listener) {
        recovered = listener;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        reading = desk.onCommitted(this::read);
        spot.peek().map(Spot::node).filter(node -> desk.find(node).isPresent()).ifPresent(this::open);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (reading != null) {
            reading.remove();
        }
    }

    private void open(NodeId node) {
        if (!isAttached()) {
            return;
        }
        lastText = desk.now().revision();
        ObjectNode opened = JSON.objectNode()
                .put("key", key(node))
                .put("revision", lastText)
                .put("text", text(node))
                .put("label", field.label())
                .put("hint", hint)
                .put("prose", prose)
                .put("language", language)
                .put("readonly", !desk.standing().peek().mayEdit());
        getElement().callJsFunction("open", opened);
        carets.showAnew(spot.peek(), desk.othersNow());
    }

    private void read(Committed committed) {
        spot.peek().map(Spot::node).ifPresent(node -> {
            if (committed.revision() <= lastText) {
                return;
            }
            if (TextNews.bringsBack(committed, node)) {
                open(node);
                return;
            }
            TextNews.of(committed, node, field).ifPresent(news -> {
                lastText = committed.revision();
                getElement()
                        .callJsFunction("receive", key(node), JSON.arrayNode().add(news));
            });
        });
    }

    private void pushed(DomEvent event) {
        JsonNode detail = detail(event);
        Optional<NodeId> node = nodeOf(detail);
        if (node.isEmpty()) {
            return;
        }
        JsonNode push = detail.path("push");
        boolean current =
                spot.peek().filter(here -> here.node().equals(node.get())).isPresent();
        long unchangedUntil = current && push.path("base").asLong(0) == lastText ? desk.seen() : 0;
        Answer answer = pushes.submit(node.get(), detail, unchangedUntil);
        boolean gone = desk.find(node.get()).isEmpty();
        Verdict.tell(this, key(node.get()), push.path("seq").asLong(0), answer, gone)
                .ifPresent(complaints);
    }

    private void resumed(DomEvent event) {
        JsonNode detail = detail(event);
        nodeOf(detail).ifPresent(node -> {
            long since = detail.path("revision").asLong(0);
            long until = Math.max(lastText, desk.seen());
            if (until - since > MAX_RESUMED) {
                lastText = desk.now().revision();
                getElement().callJsFunction("restart", key(node), lastText, text(node));
                return;
            }
            ArrayNode news = JSON.arrayNode();
            for (Committed committed : desk.between(since, until)) {
                TextNews.of(committed, node, field).ifPresent(news::add);
            }
            getElement().callJsFunction("since", key(node), news);
        });
    }

    private void moved(DomEvent event) {
        JsonNode detail = detail(event);
        Selection selection = new Selection(
                detail.path("anchor").asInt(0), detail.path("head").asInt(0));
        spot.peek().map(here -> here.focus(selection)).ifPresent(desk::focus);
    }

    private String text(NodeId node) {
        return desk.find(node).map(found -> found.get(field)).orElse("");
    }

    private String key(NodeId node) {
        return desk.environment() + "/" + node + "/" + field.key();
    }

    private Optional<NodeId> nodeOf(JsonNode detail) {
        String[] parts = detail.path("key").asString("").split("/", -1);
        return parts.length == 3
                ? NodeId.parse(parts[1]).filter(node -> key(node).equals(String.join("/", parts)))
                : Optional.empty();
    }

    private static JsonNode detail(DomEvent event) {
        return event.getEventData().path(DETAIL);
    }
}
