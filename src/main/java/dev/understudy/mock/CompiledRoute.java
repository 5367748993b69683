package dev.understudy.mock;

import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.mock.crud.CrudAction;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.rule.Selection;
import dev.understudy.template.TemplateException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A route, ready to answer.
///
/// @param madeOf the nodes it was compiled from; the same ones in the same surroundings give the same route
/// @param entries the requests it takes, in the order in which they are tried; none if no plain request reaches it
/// @param path as its author wrote it, prefix included
/// @param crudKey the property that tells items apart
/// @param buckets what its texts refer to
/// @param problems what its author should know of it alone
/// @param cost of its work so far
record CompiledRoute(
        NodeId id,
        List<Node> madeOf,
        Surroundings around,
        List<Entry> entries,
        String path,
        Optional<Selection> selection,
        List<CompiledResponse> responses,
        String crudKey,
        Set<String> buckets,
        List<Problem> problems,
        WorkCost cost) {

    /// A kind of requests that it takes.
    ///
    /// @param method in upper case, `ALL` for any
    /// @param action empty unless the route is a CRUD route
    record Entry(PathPattern pattern, String method, Optional<CrudAction> action) {}

    boolean isMadeOf(List<Node> nodes, Surroundings surroundings) {
        return around.equals(surroundings) && madeOf.equals(nodes);
    }

    /// Whether answering takes no more than a look-up, whatever the request.
    boolean isQuick() {
        return selection.isPresent()
                && selection.get().isCheap()
                && responses.stream().allMatch(response -> response.prepared().isPresent());
    }

    /// Whether the answer does not depend on the request; for routes that are [#isQuick].
    boolean isFixed() {
        return selection.isPresent()
                && (selection.get().isFixed() || selection.get().isSequential());
    }

    /// Whether it may leave requests that it takes to later routes.
    boolean passesOn() {
        return selection.map(Selection::mayPassOn).orElse(true);
    }

    Origin origin(CompiledResponse response) {
        return new Origin(id, response.id(), path);
    }

    /// The answer where it needs no look at the request; empty if it does, or if the route passes it on.
    Optional<MockResponse> fixed(MockRequest request, MockState state) {
        Selection choice = selection.orElseThrow();
        if (choice.isSequential()) {
            return Optional.of(prepared(choice.inTurn(state.answered(id)), request));
        }
        int at = choice.fixed();
        if (at == Selection.NONE) {
            return Optional.empty();
        }
        state.answered(id);
        return Optional.of(prepared(at, request));
    }

    private MockResponse prepared(int at, MockRequest request) {
        return responses.get(at).prepared().orElseThrow().to(request);
    }

    /// The answer; empty if the route passes the request on.
    ///
    /// @throws TemplateException if rules take more than the budget
    Optional<MockResponse> answer(Visit visit, Entry entry) throws TemplateException {
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        Selection choice = selection.get();
        MockState state = visit.state();
        boolean sequential = choice.isSequential();
        visit.tries(entry.pattern(), sequential ? state.answered(id) : state.answersOf(id));
        int at = choice.choose(visit, state.world().random());
        if (at == Selection.NONE) {
            return Optional.empty();
        }
        if (!buckets.isEmpty()) {
            visit.prepare(buckets);
        }
        if (!sequential) {
            state.answered(id);
        }
        CompiledResponse response = responses.get(at);
        if (response.prepared().isPresent()) {
            return Optional.of(response.prepared().get().to(visit.raw()).with(List.of(), visit.incidents()));
        }
        return Optional.of(new ResponseMaker(visit, this, response, entry.action()).make());
    }
}
