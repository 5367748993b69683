package dev.understudy.template.helper.list;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class ListHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("array", new ToArray()),
            entry("concat", new Concat()),
            entry("filter", new Filter()),
            entry("find", new Find()),
            entry("join", new Join()),
            entry("len", new Len()),
            entry("oneOf", new OneOf()),
            entry("reverse", new Reverse()),
            entry("slice", new Slice()),
            entry("someOf", new SomeOf()),
            entry("sort", new Sort()),
            entry("sortBy", new SortBy()));

    private ListHelpers() {}
}
