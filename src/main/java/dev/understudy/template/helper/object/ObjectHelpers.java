package dev.understudy.template.helper.object;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class ObjectHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("jsonParse", new JsonParse()),
            entry("object", new ToObject()),
            entry("objectMerge", new ObjectMerge()),
            entry("objectPath", new ObjectAtPath()),
            entry("stringify", new Stringify()));

    private ObjectHelpers() {}
}
