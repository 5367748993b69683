package dev.understudy.template.helper.math;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class MathHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(entry("add", new Add()), entry("eq", new Eq()));

    private MathHelpers() {}
}
