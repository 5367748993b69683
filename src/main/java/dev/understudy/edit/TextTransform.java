package dev.understudy.edit;

import dev.understudy.edit.TextChange.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of [TextChange#over]: walks both changes along the old text in parallel. A replacement counts as
/// an insertion followed by a deletion, so insertions happen at one point and only lengths are left to pair up.
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
    private final List<Part> parts = new ArrayList<>();

    TextTransform(TextChange change, TextChange committed) {
        if (change.oldLength() != committed.oldLength()) {
            throw new IllegalArgumentException("The changes are for texts of %d and %d characters"
                    .formatted(change.oldLength(), committed.oldLength()));
        }
        mine = new Walk(change);
        theirs = new Walk(committed);
    }

    TextChange result() {
        while (!mine.atEnd() || !theirs.atEnd()) {
            parts.add(new Part.Keep(theirs.enter().length()));
            parts.add(new Part.Replace(0, mine.enter()));
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
