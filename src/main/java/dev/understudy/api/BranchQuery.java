package dev.understudy.api;

import dev.understudy.team.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeSet;

/// The query of calls that are about a branch: `?branch=`, its id or name, and nothing that would be ignored.
final class BranchQuery {

    private static final String BRANCH = "branch";
    private static final String MAIN = "main";

    private BranchQuery() {}

    /// @throws ApiProblem if it names another branch than that of the access, or has other parameters
    static void require(HttpServletRequest request, Access access) {
        TreeSet<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
        unknown.remove(BRANCH);
        if (!unknown.isEmpty()) {
            throw ApiProblem.invalidRequest(
                    "This call takes no parameter \"%s\"; it knows \"%s\".".formatted(unknown.first(), BRANCH));
        }
        String[] named = request.getParameterValues(BRANCH);
        if (named != null && !List.of(MAIN, access.branch().id().toString()).containsAll(List.of(named))) {
            throw ApiProblem.notFound();
        }
    }
}
