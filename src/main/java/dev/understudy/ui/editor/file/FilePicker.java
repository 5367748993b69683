package dev.understudy.ui.editor.file;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.FileEntry;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.ByteCount;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The files of the environment to choose one from, narrowed by what is typed above them. Made when it is
/// opened.
final class FilePicker extends Popover {

    /// So many are listed; the rest is found by typing.
    static final int MAX_LISTED = 50;

    private final Consumer<String> chosen;
    private List<FileEntry> all = List.of();
    private final TextField filter = new TextField();
    private final Div list = new Div();

    /// @param target a click on it opens the list
    FilePicker(EditorSession session, Component target, Consumer<String> chosen) {
        this.chosen = chosen;
        filter.setPlaceholder("Filter files");
        filter.setAriaLabel("Filter files");
        filter.setClearButtonVisible(true);
        filter.setWidthFull();
        filter.setValueChangeMode(ValueChangeMode.EAGER);
        filter.addValueChangeListener(change -> fill());
        filter.addKeyPressListener(
                Key.ENTER, key -> found().stream().findFirst().ifPresent(this::choose));
        list.addClassName("list");
        Div content = new Div(filter, list);
        content.addClassName("file-picker");
        setTarget(target);
        setPosition(PopoverPosition.BOTTOM_END);
        setAutofocus(true);
        setAriaLabel("Files of this environment");
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                add(content);
                filter.clear();
                fill();
            }
        });
        Signal.effect(this, () -> {
            all = session.parts().files();
            fill();
        });
    }

    private void fill() {
        list.removeAll();
        if (!isOpened()) {
            return;
        }
        List<FileEntry> found = found();
        found.stream().limit(MAX_LISTED).map(this::entry).forEach(list::add);
        if (found.isEmpty()) {
            note(all.isEmpty() ? "No files yet." : "None matches.");
        } else if (found.size() > MAX_LISTED) {
            note("and %,d more".formatted(found.size() - MAX_LISTED));
        }
        filter.setVisible(!all.isEmpty());
    }

    private List<FileEntry> found() {
        String words = filter.getValue().strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(file -> file.path().text().toLowerCase(Locale.ROOT).contains(words))
                .toList();
    }

    private void choose(FileEntry file) {
        close();
        chosen.accept(file.path().text());
    }

    private void note(String words) {
        Span note = new Span(words);
        note.addClassNames("muted", "small");
        list.add(note);
    }

    private NativeButton entry(FileEntry file) {
        Span name = new Span(file.path().text());
        name.addClassNames("mono", "cut", "grow");
        Span size = new Span(ByteCount.of(file.content().size()));
        size.addClassNames("muted", "small");
        NativeButton entry = new NativeButton();
        entry.add(name, size);
        entry.addClickListener(click -> choose(file));
        return entry;
    }
}
