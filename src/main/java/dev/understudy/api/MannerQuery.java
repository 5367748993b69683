package dev.understudy.api;

import dev.understudy.observed.Manner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// `?grouped=true&extend=false`: how routes are made of what was observed.
final class MannerQuery {

    static final List<String> NAMES = List.of("grouped", "extend");

    private MannerQuery() {}

    /// @param moved whether paths that are not below the prefix of the environment are put there
    /// @throws ApiProblem if it says something else
    static Manner of(HttpServletRequest request, boolean moved) {
        return new Manner(flag(request, "grouped", false), flag(request, "extend", true), moved);
    }

    static boolean flag(HttpServletRequest request, String name, boolean usual) {
        String value = request.getParameter(name);
        if (value == null) {
            return usual;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw ApiProblem.invalidRequest("The parameter \"%s\" is true or false.".formatted(name));
        }
        return value.equals("true");
    }
}
