package dev.understudy.ui.editor.traffic;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import dev.understudy.traffic.Conversation;
import dev.understudy.traffic.SocketMessage;
import dev.understudy.ui.kit.ReaderZone;
import java.util.ArrayDeque;
import java.util.Deque;

/// The messages of a WebSocket, the oldest first, as they come, and how it ended.
final class ConversationView extends Div {

    private final ExchangeActions actions;
    private final Span missing = new Span();
    private final Div list = new Div();
    private final Span ending = new Span();
    private final Deque<MessageRow> rows = new ArrayDeque<>();
    private long shown;

    ConversationView(ExchangeActions actions) {
        this.actions = actions;
        addClassName("conversation");
        missing.addClassName("muted");
        ending.addClassName("muted");
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", "Messages");
        add(new H4("Messages"), missing, list, ending);
    }

    /// What there is now; what stands there already stays.
    void show(Conversation talk) {
        for (SocketMessage message : talk.messages()) {
            if (message.number() > shown) {
                MessageRow row = new MessageRow(message, ReaderZone.of(this), actions);
                rows.addLast(row);
                list.add(row);
                shown = message.number();
            }
        }
        while (rows.size() > Conversation.KEPT) {
            list.remove(rows.removeFirst());
        }
        long gone = talk.count() - rows.size();
        missing.setVisible(gone > 0);
        missing.setText("%,d of %s are not kept.".formatted(gone, ConversationWords.count(talk)));
        ending.setText(
                talk.ending().map(ConversationWords::ending).orElse(talk.count() == 0 ? "Nothing was said yet." : ""));
    }
}
