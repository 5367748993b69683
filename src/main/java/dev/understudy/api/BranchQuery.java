package dev.understudy.api;

import dev.understudy.team.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The query of calls that are about a branch: `?branch=`, its id or name, what else the call knows, and nothing that
/// would be ignored.
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
        List<String> known = new ArrayList<>(others);
        known.add(BRANCH);
        TreeSet<String> unknown = new TreeSet<>(request.getParameterMap().keySet());
        known.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw ApiProblem.invalidRequest("This call takes no parameter \"%s\"; it knows %s."
                    .formatted(
                            unknown.first(),
                            known.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "))));
        }
        String[] named = request.getParameterValues(BRANCH);
        if (named != null && !List.of(named).stream().allMatch(name -> names(name, access))) {
            throw ApiProblem.notFound();
        }
    }

    /// Whether this is the branch that the caller is at.
    static boolean names(String branch, Access access) {
        return branch.equals(MAIN) || branch.equals(access.branch().id().toString());
    }
}
