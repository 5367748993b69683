package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Field;
import dev.understudy.environment.NodeId;
import dev.understudy.presence.Selection;
import dev.understudy.server.Subscription;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.SubmitResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The server's side of a text, long or short, that several people edit at once in their browsers. What a browser types
/// is pushed to the room, and every committed change of the text, its own included, is sent back in the room's order.
///
/// Invariant: the browser was sent every change of the text up to [EditorSession#seen], or the text as it was later.
final class TextChannel {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DETAIL = "event.detail";

    /// A page that was away for more revisions than this starts anew, with what it had typed put on top.
    static final int MAX_RESUMED = 10_000;

    private final Component text;
    private final EditorSession session;
    private final Field<String> field;
    private final Consumer<ObjectNode> looks;
    private final ValueSignal<Optional<FieldLocation>> spot = new ValueSignal<>(Optional.empty());
    private final TextPushes pushes;
    private final Carets carets;
    private Consumer<String> complaints = sentence -> {};
    private Consumer<String> recovered;
    private Consumer<String> unsaved;
    private String shown = "";
    private long lastText;
    private long anewSince;
    private @Nullable Subscription reading;

    /// @param text the component whose browser's side it talks to
    /// @param looks adds to what the browser is told when a text is opened
    TextChannel(Component text, EditorSession session, Field<String> field, Consumer<ObjectNode> looks) {
        this.text = text;
        this.session = session;
        this.field = field;
        this.looks = looks;
        this.pushes = new TextPushes(session, field);
        this.carets = new Carets(text);
        this.recovered = this.unsaved = lost -> spot.peek().ifPresent(here -> Unsaved.offer(session, here, lost));
        text.getElement().setAttribute("data-field", field.key());
        text.getElement()
                .addEventListener(
                        "text-told", heard -> told(heard.getEventData().path(DETAIL)))
                .addEventData(DETAIL);
        text.addAttachListener(attached -> attach());
        text.addDetachListener(detached -> detach());
        Faulty.mark(text, session, spot);
        Signal.effect(text, () -> carets.show(spot.get().map(session::othersAt).orElse(List.of())));
    }

    /// Which text it is now.
    Signal<Optional<FieldLocation>> spot() {
        return spot;
    }

    /// Goes on with the text of another node. What was typed into the one before is sent first.
    ///
    /// @return whether that is another one
    boolean bind(NodeId node) {
        if (isAt(node) || session.find(node).isEmpty()) {
            return false;
        }
        spot.set(Optional.of(new FieldLocation(node, field)));
        open(node);
        return true;
    }

    /// Is told in words why a text was not saved; an empty string when all is well again.
    void onComplaint(Consumer<String> listener) {
        complaints = listener;
    }

    /// Is told what was typed before the connection was lost and could not be put back.
    void onRecovered(Consumer<String> listener) {
        recovered = listener;
    }

    /// Is told what was typed before the text started anew, and is not in it.
    void onUnsaved(Consumer<String> listener) {
        unsaved = listener;
    }

    /// What the document has, or had last, if the node was removed.
    String text() {
        remember();
        return shown;
    }

    private void remember() {
        spot.peek()
                .map(FieldLocation::node)
                .filter(node -> session.find(node).isPresent())
                .ifPresent(node -> shown = text(node));
    }

    private void attach() {
        reading = session.onCommitted(this::read);
        spot.peek()
                .map(FieldLocation::node)
                .filter(node -> session.find(node).isPresent())
                .ifPresent(this::open);
    }

    private void detach() {
        if (reading != null) {
            reading.close();
        }
    }

    private void open(NodeId node) {
        remember();
        anewSince = 0;
        if (text.isAttached()) {
            text.getElement().callJsFunction("open", opened(node));
            carets.showAnew(
                    spot.peek().map(here -> here.among(session.othersNow())).orElse(List.of()));
        }
    }

    /// The browser starts anew with what the document has; what it had sent and is not in by now does not count any
    /// more.
    ///
    /// @param merge whether what is not saved may be put on top
    private void resync(NodeId node, boolean merge) {
        if (!isAt(node) || session.find(node).isEmpty() || !text.isAttached()) {
            return;
        }
        remember();
        complaints.accept("");
        text.getElement().callJsFunction("resync", opened(node), merge);
        anewSince = lastText;
        carets.showAnew(spot.peek().map(here -> here.among(session.othersNow())).orElse(List.of()));
    }

    private ObjectNode opened(NodeId node) {
        lastText = session.now().revision();
        ObjectNode opened = JSON.objectNode()
                .put("key", key(node))
                .put("revision", lastText)
                .put("text", text(node))
                .put("readonly", !session.standing().peek().mayEdit());
        looks.accept(opened);
        return opened;
    }

    private void read(CommittedChange committed) {
        spot.peek().map(FieldLocation::node).ifPresent(node -> {
            if (committed.revision() <= lastText) {
                return;
            }
            if (TextNews.bringsBack(committed, node)) {
                resync(node, false);
                return;
            }
            TextNews.of(committed, node, field).ifPresent(news -> {
                lastText = committed.revision();
                remember();
                text.getElement()
                        .callJsFunction("receive", key(node), JSON.arrayNode().add(news));
            });
        });
    }

    /// The browser's side says what happened to the text; the events are those of `shared-text.ts`.
    private void told(JsonNode detail) {
        switch (detail.path("type").asString("")) {
            case "push" -> pushed(detail);
            case "resume" -> resumed(detail);
            case "caret" -> moved(detail);
            case "focus" -> spot.peek().map(FieldLocation::focus).ifPresent(session::focus);
            case "reverted" -> complaints.accept("");
            case "recovered" -> recovered.accept(detail.path("text").asString(""));
            case "unsaved" -> unsaved.accept(detail.path("text").asString(""));
            case "astray" -> nodeOf(detail).ifPresent(node -> resync(node, true));
            default -> {}
        }
    }

    /// The browser typed something: `{key, client, push}`, see [TextPushes].
    void pushed(JsonNode detail) {
        Optional<NodeId> node = nodeOf(detail);
        if (node.isEmpty()) {
            return;
        }
        JsonNode push = detail.path("push");
        long base = push.path("base").asLong(0);
        if (isAt(node.get()) && base < anewSince) {
            return;
        }
        long unchangedUntil = isAt(node.get()) && base == lastText ? session.seen() : 0;
        pushes.submit(node.get(), detail, unchangedUntil, answer -> {
            if (answer instanceof SubmitResult.Astray) {
                resync(node.get(), true);
            } else {
                answered(node.get(), push.path("seq").asLong(0), answer);
            }
        });
    }

    private void answered(NodeId node, long seq, SubmitResult answer) {
        boolean gone = session.find(node).isEmpty();
        Optional<String> complaint = Verdict.tell(text, key(node), seq, answer, gone);
        if (isAt(node)) {
            complaint.ifPresent(complaints);
        }
    }

    private void resumed(JsonNode detail) {
        nodeOf(detail).ifPresent(node -> resume(node, detail.path("revision").asLong(0), List.of()));
    }

    /// Tells the browser what it missed. While that is read, aside, more may be committed, which it does not take in
    /// before it has that: so it goes on until there is no more.
    ///
    /// @param missed up to the revision, as far as it was read
    private void resume(NodeId node, long revision, List<CommittedChange> missed) {
        long until = Math.max(lastText, session.seen());
        if (until - revision + missed.size() > MAX_RESUMED) {
            lastText = session.now().revision();
            text.getElement().callJsFunction("restart", key(node), lastText, text(node));
        } else if (until > revision) {
            session.between(revision, until, read -> resume(node, until, joined(missed, read)));
        } else if (missed.stream().anyMatch(committed -> TextNews.bringsBack(committed, node))) {
            resync(node, false);
        } else {
            ArrayNode news = JSON.arrayNode();
            missed.forEach(committed -> TextNews.of(committed, node, field).ifPresent(news::add));
            text.getElement().callJsFunction("since", key(node), news);
        }
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private void moved(JsonNode detail) {
        Selection selection = new Selection(
                detail.path("anchor").asInt(0), detail.path("head").asInt(0));
        spot.peek()
                .filter(here -> key(here.node()).equals(detail.path("key").asString("")))
                .map(here -> here.focus(selection))
                .ifPresent(session::focus);
    }

    private boolean isAt(NodeId node) {
        return spot.peek().filter(here -> here.node().equals(node)).isPresent();
    }

    private String text(NodeId node) {
        return session.find(node)
                .filter(found -> found.kind() == field.kind())
                .map(found -> found.get(field))
                .orElse("");
    }

    String key(NodeId node) {
        return session.environment() + "/" + node + "/" + field.key();
    }

    private Optional<NodeId> nodeOf(JsonNode detail) {
        String[] parts = detail.path("key").asString("").split("/", -1);
        return parts.length == 3
                ? NodeId.parse(parts[1]).filter(node -> key(node).equals(String.join("/", parts)))
                : Optional.empty();
    }
}
