package dev.understudy.ui.editor.session;

import com.vaadin.flow.signals.local.ValueSignal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What effects read of a value that is replaced often, part by part: an effect runs again when a part that it read is
/// another one, and not whenever the whole is. A part is named by the function that gives it.
///
/// Invariant: a part that an effect depends on is in [#watched], or the effect runs once more and reads it anew. Only
/// with the lock of the UI.
final class Projections<S> {

    /// So many parts are watched; then those that nobody reads any more are forgotten.
    static final int MAX_WATCHED = 2_000;

    private static final class Part<S, T> {
        private final Function<? super S, T> function;
        private final ValueSignal<Optional<T>> value;
        private T last;

        private Part(Function<? super S, T> function, S whole) {
            this.function = function;
            this.last = function.apply(whole);
            this.value = new ValueSignal<>(Optional.of(last));
        }

        /// What to tell those who read it, if it is another one.
        private Optional<Runnable> update(S whole) {
            T now = function.apply(whole);
            if (now.equals(last)) {
                return Optional.empty();
            }
            last = now;
            return Optional.of(() -> value.set(Optional.of(now)));
        }
    }

    private final Map<Function<? super S, ?>, Part<S, ?>> watched = new HashMap<>();
    private S whole;

    Projections(S first) {
        this.whole = first;
    }

    /// A part of what is there now, for effects.
    ///
    /// @param part a record, or the same object each time: it is known by its equality. Never gives null
    @SuppressWarnings("unchecked")
    <T> T read(Function<? super S, T> part) {
        Part<S, T> found = (Part<S, T>) watched.computeIfAbsent(part, _ -> new Part<>(part, whole));
        return found.value.get().orElseThrow();
    }

    /// How many parts are watched.
    int watched() {
        return watched.size();
    }

    /// Puts another value in place, and runs the effects that read what is different in it.
    void set(S now) {
        whole = now;
        if (watched.size() > MAX_WATCHED) {
            List<Part<S, ?>> all = List.copyOf(watched.values());
            watched.clear();
            all.forEach(part -> part.value.set(Optional.empty()));
            return;
        }
        // Effects may read further parts meanwhile.
        List<Runnable> news = new ArrayList<>();
        watched.values().forEach(part -> part.update(now).ifPresent(news::add));
        news.forEach(Runnable::run);
    }
}
