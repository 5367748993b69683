package dev.understudy.template.helper.variable;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class VariableHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("getEnvVar", new GetEnvVar()),
            entry("getGlobalVar", new GetGlobalVar()),
            entry("getVar", new GetVar()),
            entry("setGlobalVar", new SetGlobalVar()),
            entry("setVar", new SetVar()));

    private VariableHelpers() {}
}
