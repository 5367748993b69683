package dev.understudy.format.openapi;

import org.jspecify.annotations.Nullable;

/// Where something stands in a description; cheap to make, and only written out if there is something to tell.
///
/// @param parent null for the root
record SpecPlace(@Nullable SpecPlace parent, String name) {

    static final SpecPlace ROOT = new SpecPlace(null, "");

    SpecPlace to(String member) {
        return new SpecPlace(this, member);
    }

    SpecPlace to(String member, String inner) {
        return to(member).to(inner);
    }

    /// As a JSON pointer.
    String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (SpecPlace at = this; at.parent != null; at = at.parent) {
            pointer.insert(0, "/" + at.name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
