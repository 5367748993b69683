package dev.understudy.api;

import dev.understudy.team.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The query of calls that are about a branch: `?branch=`, its id or name, and nothing that would be ignored.
final class BranchQuery {

    private static final String BRANCH = "branch";
    private static final String MAIN = "main";

    private BranchQuery() {}

    /// @throws ApiProblem if it names another branch than that of the access, or has other parameters
    static void require(HttpServletRequest request, Access access) {
        require(request, access, List.of());
    }

    /// The same for calls that have more parameters.
    ///
    /// @param others their names
    static void require(HttpServletRequest request, Access access, List<String> others) {
        TreeSet<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
        unknown.remove(BRANCH);
        others.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            List<String> known = Stream.concat(Stream.of(BRANCH), others.stream())
                    .map(name -> "\"" + name + "\"")
                    .toList();
            throw ApiProblem.invalidRequest("This call takes no parameter \"%s\"; it knows %s."
                    .formatted(unknown.first(), String.join(", ", known)));
        }
        String[] named = request.getParameterValues(BRANCH);
        if (named != null && !List.of(MAIN, access.branch().id().toString()).containsAll(List.of(named))) {
            throw ApiProblem.notFound();
        }
    }
}
