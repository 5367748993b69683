package dev.understudy.history;

import dev.understudy.collab.Receipt;
import dev.understudy.edit.TakeBack;
import java.util.List;

/// What came of taking something back.
public sealed interface Undone {

    /// It is taken back, but for what others changed since.
    ///
    /// @param what in words what is taken back
    record Done(String what, Receipt receipt, List<TakeBack.Left> left) implements Undone {}

    /// Nothing of it is there any more, and nothing was changed.
    record NothingLeft(String what, long revision, List<TakeBack.Left> left) implements Undone {}

    /// Others worked in what would have to go, so it stays.
    record InTheWay(String what, List<String> names) implements Undone {}

    /// It can't be taken back.
    ///
    /// @param why a sentence
    record Refused(String why) implements Undone {}
}
