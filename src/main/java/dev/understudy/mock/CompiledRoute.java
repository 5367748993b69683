package dev.understudy.mock;

import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.mock.path.PathPattern;
import java.util.List;
import java.util.Optional;

/// A route, ready to answer.
///
/// @param madeOf the nodes it was compiled from; the same ones in the same surroundings give the same route
/// @param pattern empty if requests can't reach it, for a reason that stands in the problems
/// @param method in upper case, `ALL` for any
/// @param answer of its default response; empty if it has no response
record CompiledRoute(
        NodeId id,
        List<Node> madeOf,
        Surroundings surroundings,
        String method,
        Optional<PathPattern> pattern,
        Optional<Answer> answer,
        List<Problem> problems) {

    boolean isMadeOf(List<Node> nodes, Surroundings around) {
        return surroundings.equals(around) && madeOf.equals(nodes);
    }

    /// Empty if the route lets the request pass on to the next one that matches.
    Optional<MockResponse> respond(MockRequest request, MockState state) {
        return answer.map(prepared -> {
            state.answered(id);
            return prepared.to(request);
        });
    }
}
