package dev.understudy.api;

import dev.understudy.collab.Receipt;
import java.util.Locale;

/// What became of a change, as answers have it: `committed`, `adjusted` or `no-effect`.
final class OutcomeWord {

    private OutcomeWord() {}

    static String of(Receipt.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
