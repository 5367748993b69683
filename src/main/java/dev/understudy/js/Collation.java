package dev.understudy.js;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;

/// The order of texts in a dictionary: `localeCompare` in English.
public final class Collation {

    private static final Collator ENGLISH =
            Collator.getInstance(ULocale.ENGLISH).freeze();

    private Collation() {}

    /// Less than, equal to or greater than 0, as the first text comes before, with or after the other.
    public static int compare(String one, String other) {
        return ENGLISH.compare(one, other);
    }
}
