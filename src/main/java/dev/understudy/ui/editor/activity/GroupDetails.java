package dev.understudy.ui.editor.activity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.understudy.collab.Snapshot;
import dev.understudy.edit.Edit;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.FieldType;
import dev.understudy.environment.Kind;
import dev.understudy.environment.NodeId;
import dev.understudy.history.activity.ActivityEntry;
import dev.understudy.history.past.Difference;
import dev.understudy.history.past.Differences;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.NodeNames;
import dev.understudy.ui.editor.session.SubmitResult;
import dev.understudy.ui.kit.Confirm;
import dev.understudy.ui.kit.Errand;
import dev.understudy.ui.kit.Notices;
import dev.understudy.ui.kit.QuietButtons;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// What a group of changes made of the document, and what one can do about it.
final class GroupDetails {

    /// What was looked up aside.
    private record Found(Optional<Snapshot> before, Optional<Snapshot> after, List<Difference> differences) {}

    private final EditorSession session;
    private final Function<NodeId, String> link;
    private final Consumer<NodeId> narrow;
    private final Consumer<Long> goBack;

    /// @param link the address of a node
    /// @param narrow shows what happened to one node alone
    /// @param goBack offers to bring the whole environment back to a revision
    GroupDetails(EditorSession session, Function<NodeId, String> link, Consumer<NodeId> narrow, Consumer<Long> goBack) {
        this.session = session;
        this.link = link;
        this.narrow = narrow;
        this.goBack = goBack;
    }

    /// Looks it up, and puts it into the row.
    void load(ActivityRow row) {
        ActivityGroup group = row.group();
        Errand.fetch(() -> find(group), found -> {
            if (row.isOpen() && row.group().equals(group)) {
                row.show(details(group, found));
            }
        });
    }

    private Found find(ActivityGroup group) {
        long first = group.oldest().revision();
        long last = group.newest().revision();
        Optional<Snapshot> before =
                first == 1 ? Optional.empty() : session.history().at(first - 1);
        Optional<Snapshot> after = session.history().at(last);
        if (before.isEmpty() || after.isEmpty()) {
            return new Found(before, after, List.of());
        }
        Set<NodeId> touched = new HashSet<>();
        group.entries().forEach(entry -> touched.addAll(entry.nodes()));
        boolean all = group.entries().stream().anyMatch(ActivityEntry::large);
        return new Found(
                before,
                after,
                Differences.between(
                        before.get().environment(), after.get().environment(), node -> all || touched.contains(node)));
    }

    private Div details(ActivityGroup group, Found found) {
        Div details = new Div(buttons(group));
        if (!group.whole()) {
            details.add(note("This goes on further back: press Show older to see all of it."));
        } else if (found.before().isEmpty() || found.after().isEmpty()) {
            details.add(note(
                    group.oldest().revision() == 1
                            ? "The environment was made."
                            : "Another version of Understudy made this; it can't be shown here."));
        } else if (found.differences().isEmpty()) {
            details.add(note("Nothing is different in the end."));
        } else {
            Environment before = found.before().get().environment();
            Environment after = found.after().get().environment();
            details.add(new DifferenceList(before, after, found.differences(), this::restoring));
        }
        return details;
    }

    private static Component note(String sentence) {
        Span note = new Span(sentence);
        note.addClassName("muted");
        return note;
    }

    private Component buttons(ActivityGroup group) {
        Div buttons = new Div();
        buttons.addClassName("buttons");
        group.entries().stream()
                .flatMap(entry -> entry.nodes().stream())
                .filter(node -> session.find(node).isPresent())
                .findFirst()
                .ifPresent(node -> buttons.add(
                        QuietButtons.of("Go there", () -> UI.getCurrentOrThrow().navigate(link.apply(node)))));
        group.form()
                .flatMap(session::find)
                .filter(node -> node.kind() != Kind.ENVIRONMENT)
                .ifPresent(node -> buttons.add(
                        QuietButtons.of("Only this " + NodeNames.kind(node.kind()), () -> narrow.accept(node.id()))));
        if (session.standing().peek().mayEdit()) {
            if (group.oldest().revision() > 1 && group.whole()) {
                buttons.add(QuietButtons.of("Take back", () -> takeBack(group)));
            }
            buttons.add(QuietButtons.of(
                    "Go back to here…", () -> goBack.accept(group.newest().revision())));
        }
        return buttons;
    }

    /// What others did is taken back after a question: they may be at it.
    private void takeBack(ActivityGroup group) {
        if (group.newest().author().equals(session.access().actor().user())) {
            revert(group);
            return;
        }
        String who = group.newest().authorName();
        Confirm.ask(
                "Take back what %s did?".formatted(who),
                "%s %s. What others changed since stays. Whoever is typing there may lose words of it."
                        .formatted(who, ActivityWords.of(group.entries())),
                "Take back",
                () -> revert(group));
    }

    private void revert(ActivityGroup group) {
        session.revert(group.revisions(), answer -> {
            Actions.complain(answer);
            if (answer instanceof SubmitResult.Done(long revision, var _)) {
                Notices.undoable("Taken back.", () -> session.revert(List.of(revision), Actions::complain));
            }
        });
    }

    /// Every value from before can come back where the node is still there.
    private Optional<Component> restoring(Difference difference, Difference.Value value) {
        if (!session.standing().peek().mayEdit()
                || value.before().isEmpty()
                || session.find(difference.node()).isEmpty()) {
            return Optional.empty();
        }
        Button button = QuietButtons.of("Restore this value", () -> restore(difference.node(), value));
        button.setTooltipText("Set " + value.field().label() + " to what it was before");
        return Optional.of(button);
    }

    private void restore(NodeId node, Difference.Value value) {
        value.before()
                .ifPresent(before -> session.find(node)
                        .ifPresent(now -> session.submit(
                                List.of(edit(node, value, now.plain(value.field()), before)), Actions::complain)));
    }

    /// Texts come back by a splice, so that what others write there at the same moment stays.
    private static Edit edit(NodeId node, Difference.Value value, Object now, Object before) {
        String field = value.field().key();
        return value.field().type() instanceof FieldType.Text
                        && now instanceof String text
                        && before instanceof String was
                ? new Edit.Splice(node, field, TextChange.between(text, was))
                : new Edit.Set(node, field, before);
    }
}
