package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import dev.understudy.collab.CommittedChange;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.presence.Selection;
import dev.understudy.server.Subscription;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.SubmitResult;
import dev.understudy.ui.kit.Errand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The server's side of a text, long or short, that several people edit at once in their browsers. What a browser types
/// is pushed to the room, and every committed change of the text, its own included, is sent back in the room's order.
///
/// Invariant: the browser was sent every change of the text up to [EditorSession#seen], or the text as it was later.
final class TextChannel {

    /// A page that was away for more revisions than this starts anew, with what it had typed put on top.
    static final int MAX_RESUMED = 10_000;

    private final Component text;
    private final EditorSession session;
    private final Field<String> field;
    private final Consumer<ObjectNode> looks;
    private final ValueSignal<Optional<FieldLocation>> spot = new ValueSignal<>(Optional.empty());
    private final TextBrowser browser;
    private final KnownText known;
    private final TextPushes pushes;
    private final Carets carets;
    private Consumer<String> complaints = sentence -> {};
    private Consumer<String> recovered;
    private Consumer<String> unsaved;
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
        this.browser = new TextBrowser(text, session.environment(), field);
        this.known = new KnownText(session, field);
        this.pushes = new TextPushes(session, field);
        this.carets = new Carets(text);
        this.recovered = this.unsaved = lost -> spot.peek().ifPresent(here -> Unsaved.offer(session, here, lost));
        browser.hearOfNode("push", this::pushed);
        browser.hearOfNode("resume", this::resume);
        browser.hearOfNode("caret", this::moved);
        browser.hear("focus", detail -> spot.peek().map(FieldLocation::focus).ifPresent(session.people()::focus));
        browser.hear("reverted", detail -> complaints.accept(""));
        browser.hearText("recovered", lost -> recovered.accept(lost));
        browser.hearText("unsaved", lost -> unsaved.accept(lost));
        browser.hearOfNode("astray", (node, _) -> resync(node, true));
        text.addAttachListener(attached -> attach());
        text.addDetachListener(detached -> Optional.ofNullable(reading).ifPresent(Subscription::close));
        Faulty.mark(text, session, spot);
        Signal.effect(
                text,
                () -> carets.show(spot.get().map(session.people()::othersAt).orElse(List.of())));
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
        return known.last();
    }

    private void remember() {
        spot.peek().map(FieldLocation::node).ifPresent(known::remember);
    }

    private void attach() {
        reading = session.onCommitted(this::read);
        spot.peek()
                .map(FieldLocation::node)
                .flatMap(session::find)
                .map(Node::id)
                .ifPresent(this::open);
    }

    private void open(NodeId node) {
        remember();
        anewSince = 0;
        if (text.isAttached()) {
            browser.open(opened(node));
            showCarets();
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
        browser.resync(opened(node), merge);
        anewSince = lastText;
        showCarets();
    }

    private void showCarets() {
        carets.showAnew(spot.peek()
                .map(here -> here.among(session.people().othersNow()))
                .orElse(List.of()));
    }

    private ObjectNode opened(NodeId node) {
        lastText = session.now().revision();
        boolean readonly = !session.standing().peek().mayEdit();
        ObjectNode opened = browser.opened(node, lastText, known.of(node), readonly);
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
                browser.receive(node, news);
            });
        });
    }

    /// The browser typed something: `{key, client, push}`, see [TextPushes].
    void pushed(NodeId node, JsonNode detail) {
        JsonNode push = detail.path("push");
        long base = push.path("base").asLong(0);
        if (isAt(node) && base < anewSince) {
            return;
        }
        long unchangedUntil = isAt(node) && base == lastText ? session.seen() : 0;
        pushes.submit(node, detail, unchangedUntil, answer -> {
            if (answer instanceof SubmitResult.Astray) {
                resync(node, true);
            } else {
                answered(node, push.path("seq").asLong(0), answer);
            }
        });
    }

    private void answered(NodeId node, long seq, SubmitResult answer) {
        boolean gone = session.find(node).isEmpty();
        Optional<String> complaint = browser.answer(node, seq, answer, gone);
        if (isAt(node)) {
            complaint.ifPresent(complaints);
        }
    }

    private void resume(NodeId node, JsonNode detail) {
        resume(node, detail.path("revision").asLong(0), new ArrayList<>());
    }

    /// Tells the browser what it missed. While that is read, aside, more may be committed, which it does not take in
    /// before it has that: so it goes on until there is no more.
    ///
    /// @param missed up to the revision, as far as it was read
    private void resume(NodeId node, long revision, List<CommittedChange> missed) {
        long until = Math.max(lastText, session.seen());
        if (until - revision + missed.size() > MAX_RESUMED) {
            lastText = session.now().revision();
            browser.restart(node, lastText, known.of(node));
        } else if (until > revision) {
            Errand.fetch(() -> session.between(revision, until), read -> {
                missed.addAll(read);
                resume(node, until, missed);
            });
        } else if (missed.stream().anyMatch(committed -> TextNews.bringsBack(committed, node))) {
            resync(node, false);
        } else {
            browser.since(
                    node,
                    missed.stream()
                            .flatMap(committed -> TextNews.of(committed, node, field).stream())
                            .toList());
        }
    }

    private void moved(NodeId node, JsonNode detail) {
        Selection selection = new Selection(
                detail.path("anchor").asInt(0), detail.path("head").asInt(0));
        spot.peek()
                .filter(here -> here.node().equals(node))
                .map(here -> here.focus(selection))
                .ifPresent(session.people()::focus);
    }

    private boolean isAt(NodeId node) {
        return spot.peek().filter(here -> here.node().equals(node)).isPresent();
    }
}
