package dev.understudy.ui.kit;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks as [Errand#fetch] makes them, of which the latest counts: they may end in another order than they began. Only
/// with the lock of the UI.
public final class LatestLook {

    private int number;

    /// Looks aside and shows what was found, unless there is a later look by then.
    public <T> void fetch(Supplier<T> look, Consumer<T> show) {
        int mine = ++number;
        Errand.fetch(look, found -> {
            if (mine == number) {
                show.accept(found);
            }
        });
    }

    /// What is under way does not count any more.
    public void drop() {
        number++;
    }
}
