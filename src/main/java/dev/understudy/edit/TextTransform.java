package dev.understudy.edit;

import dev.understudy.edit.TextChange.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of [TextChange#over] or [TextChange#under]: walks both changes along the old text in parallel. A replacement
/// counts as an insertion followed by a deletion, so insertions happen at one point and only lengths are left to pair
/// up.
final class TextTransform {

    private static final class Walk {
        private final List<Part> parts;
        private int next;
        private int left;
        private @Nullable Part current;

        Walk(TextChange change) {
            parts = change.parts();
        }

        /// Goes to the next part when the current one is used up; what that part inserts, else the empty text.
        String enter() {
            if (left > 0 || next == parts.size()) {
                return "";
            }
            current = parts.get(next++);
            left = current.oldLength();
            return current instanceof Part.Replace(int _, String inserted) ? inserted : "";
        }

        boolean atEnd() {
            return left == 0 && next == parts.size();
        }

        boolean deletes() {
            return current instanceof Part.Replace;
        }
    }

    private final Walk mine;
    private final Walk theirs;
    private final boolean mineFirst;
    private final List<Part> parts = new ArrayList<>();

    TextTransform(TextChange change, TextChange other, boolean changeFirst) {
        if (change.oldLength() != other.oldLength()) {
            throw new IllegalArgumentException("The changes are for texts of %d and %d characters"
                    .formatted(change.oldLength(), other.oldLength()));
        }
        mine = new Walk(change);
        theirs = new Walk(other);
        mineFirst = changeFirst;
    }

    TextChange result() {
        while (!mine.atEnd() || !theirs.atEnd()) {
            Part inserted = new Part.Replace(0, mine.enter());
            Part alreadyThere = new Part.Keep(theirs.enter().length());
            parts.add(mineFirst ? inserted : alreadyThere);
            parts.add(mineFirst ? alreadyThere : inserted);
            int together = Math.min(mine.left, theirs.left);
            mine.left -= together;
            theirs.left -= together;
            if (!theirs.deletes()) {
                parts.add(mine.deletes() ? new Part.Replace(together, "") : new Part.Keep(together));
            }
        }
        return new TextChange(parts);
    }
}
