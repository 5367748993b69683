package dev.understudy.mock;

import org.jspecify.annotations.Nullable;

/// The headers of a request, by name in whatever case.
public interface RequestHeaders {

    RequestHeaders NONE = _ -> null;

    /// The value of the first header of that name; null if there is none.
    @Nullable
    String first(String name);
}
