package dev.understudy.template.helper.find;

import static java.util.Map.entry;

import dev.understudy.template.helper.Helper;
import java.util.Map;

/// The helpers of this package.
public final class FindHelpers {

    public static final Map<String, Helper> ALL = Map.ofEntries(
            entry("jsonPath", new ByJsonPath()),
            entry("jmesPath", new ByJmesPath()),
            entry("jwtHeader", new JwtPart(0)),
            entry("jwtPayload", new JwtPart(1)));

    private FindHelpers() {}
}
