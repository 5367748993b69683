package dev.understudy.template.helper.data;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class DataHelpers {

    public static final Map<String, Helper> ALL =
            Map.ofEntries(entry("data", new Data()), entry("dataRaw", new DataRaw()), entry("setData", new SetData()));

    private DataHelpers() {}
}
