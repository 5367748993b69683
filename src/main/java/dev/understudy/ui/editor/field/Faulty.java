package dev.understudy.ui.editor.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import dev.understudy.environment.Problem.Severity;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.editor.session.FieldLocation;
import dev.understudy.ui.editor.session.Troubles;
import java.util.Optional;

/// Marks a field whose value is a problem of the mock; [TroubleNotes] near it says which.
final class Faulty {

    private Faulty() {}

    static void mark(Component field, EditorSession session, Signal<Optional<FieldLocation>> spot) {
        Signal.effect(field, () -> {
            Troubles troubles = session.mock().troubles().get();
            Optional<Severity> worst = spot.get()
                    .flatMap(here ->
                            troubles.of(here.node(), here.field()).stream().findFirst())
                    .map(problem -> problem.severity());
            field.getElement().getClassList().set("faulty", worst.equals(Optional.of(Severity.ERROR)));
            field.getElement().getClassList().set("doubtful", worst.equals(Optional.of(Severity.WARNING)));
        });
    }
}
