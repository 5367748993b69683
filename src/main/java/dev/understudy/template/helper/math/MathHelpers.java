package dev.understudy.template.helper.math;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class MathHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("add", new Add()),
            entry("ceil", new Ceil()),
            entry("divide", new Divide()),
            entry("eq", new Eq()),
            entry("floor", new Floor()),
            entry("gt", new Gt()),
            entry("gte", new Gte()),
            entry("lt", new Lt()),
            entry("lte", new Lte()),
            entry("modulo", new Modulo()),
            entry("multiply", new Multiply()),
            entry("round", new Round()),
            entry("subtract", new Subtract()),
            entry("toFixed", new ToFixed()));

    private MathHelpers() {}
}
