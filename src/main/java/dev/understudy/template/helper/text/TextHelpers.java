package dev.understudy.template.helper.text;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class TextHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(entry("newline", new Newline()));

    private TextHelpers() {}
}
