package dev.understudy.template.helper.block;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class BlockHelpers {

    public static final Helper EACH = new Each();

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("case", new Case()),
            entry("default", new Default()),
            entry("each", EACH),
            entry("helperMissing", new HelperMissing()),
            entry("if", new If()),
            entry("log", new Log()),
            entry("lookup", new Lookup()),
            entry("repeat", new Repeat()),
            entry("switch", new Switch()),
            entry("unless", new Unless()),
            entry("with", new With()));

    private BlockHelpers() {}
}
