package dev.understudy.history.past;

import dev.understudy.collab.Receipt;
import dev.understudy.edit.TakeBack;
import java.util.List;

/// What came of going back.
public sealed interface Restored {

    /// It is as it was, but for what others changed in the meantime.
    record Done(Receipt receipt, List<TakeBack.Left> left) implements Restored {}

    /// Nothing was different, or all that was is left as others made it in the meantime.
    record Nothing(long revision, List<TakeBack.Left> left) implements Restored {}

    /// It can't be done.
    ///
    /// @param why a sentence
    record Refused(String why) implements Restored {}
}
