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
    ///
    /// @param alone whether nobody else had to do with that: it added up to nothing
    record NothingLeft(String what, long revision, List<TakeBack.Left> left, boolean alone) implements Undone {}

    /// Others worked in what would have to go, so it stays.
    ///
    /// @param names none if it is only needed elsewhere by now
    record InTheWay(String what, List<String> names) implements Undone {}

    /// It can't be taken back.
    ///
    /// @param why a sentence
    record Refused(String why) implements Undone {}
}
