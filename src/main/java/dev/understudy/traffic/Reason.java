package dev.understudy.traffic;

import dev.understudy.why.Why;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Why an answer was given. It is found out when somebody asks for the first time, and stays what it was then. Any
/// thread may ask.
public final class Reason {

    private @Nullable Supplier<Why> finding;
    private Why found = Why.UNKNOWN;

    private Reason(@Nullable Supplier<Why> finding) {
        this.finding = finding;
    }

    /// One that is known.
    public static Reason of(Why why) {
        Reason reason = new Reason(null);
        reason.found = why;
        return reason;
    }

    /// One that is still to be found out; what it takes for that is let go of then.
    public static Reason by(Supplier<Why> finding) {
        return new Reason(finding);
    }

    public synchronized Why why() {
        Supplier<Why> todo = finding;
        if (todo != null) {
            found = todo.get();
            finding = null;
        }
        return found;
    }
}
