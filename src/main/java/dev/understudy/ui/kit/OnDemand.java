package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A part of a page that is made, and put into its place, when it is first wanted: what nobody looks at is not sent.
public final class OnDemand<C extends Component> {

    private final Supplier<? extends C> maker;
    private final Consumer<? super C> place;
    private @Nullable C made;

    public OnDemand(Supplier<? extends C> maker, Consumer<? super C> place) {
        this.maker = maker;
        this.place = place;
    }

    /// The part, which is there from now on.
    public C get() {
        if (made == null) {
            made = maker.get();
            place.accept(made);
        }
        return made;
    }

    /// The part if it is wanted now or was before.
    public Optional<C> madeIf(boolean wanted) {
        return wanted ? Optional.of(get()) : ifMade();
    }

    /// Nothing as long as it was not wanted.
    public Optional<C> ifMade() {
        return Optional.ofNullable(made);
    }
}
