package dev.understudy.ui.kit;

import java.util.Locale;

/// A number with its thing, in the right number: "1 route", "1,627 responses".
public final class Counted {

    private Counted() {}

    /// Says it.
    ///
    /// @param thing one of them; its plural must end in "s"
    public static String of(int number, String thing) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
