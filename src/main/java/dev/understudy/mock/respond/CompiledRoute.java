package dev.understudy.mock.respond;

import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Problem;
import dev.understudy.mock.crud.CrudAction;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.Origin;
import dev.understudy.mock.exchange.ReplyCost;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.rule.ResponseSelection;
import dev.understudy.mock.state.MockState;
import dev.understudy.template.scope.TemplateException;
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
/// @param mentions where texts name data buckets, which may or may not be there
/// @param problems what its author should know of it alone
/// @param cost of its work so far
public record CompiledRoute(
        NodeId id,
        List<Node> madeOf,
        EnvironmentDefaults around,
        List<Entry> entries,
        String path,
        Optional<ResponseSelection> selection,
        List<CompiledResponse> responses,
        String crudKey,
        Set<String> buckets,
        List<BucketMention> mentions,
        List<Problem> problems,
        ReplyCost cost) {

    /// A kind of requests that it takes.
    ///
    /// @param method in upper case, `ALL` for any
    /// @param action empty unless the route is a CRUD route
    public record Entry(PathPattern pattern, String method, Optional<CrudAction> action) {}

    public boolean isMadeOf(List<Node> nodes, EnvironmentDefaults defaults) {
        return around.equals(defaults) && madeOf.equals(nodes);
    }

    /// Whether answering takes no more than a look-up, whatever the request.
    public boolean isQuick() {
        return selection.isPresent()
                && selection.get().isCheap()
                && responses.stream().allMatch(response -> response.prepared().isPresent());
    }

    /// Whether the answer does not depend on the request; for routes that are [#isQuick].
    public boolean isFixed() {
        return selection.isPresent()
                && (selection.get().isFixed() || selection.get().isSequential());
    }

    /// Whether it may leave requests that it takes to later routes.
    public boolean passesOn() {
        return selection.map(ResponseSelection::mayPassOn).orElse(true);
    }

    Origin origin(CompiledResponse response) {
        return new Origin(id, response.id(), path);
    }

    /// The answer where it needs no look at the request; empty if it does, or if the route passes it on.
    public Optional<MockResponse> fixed(MockRequest request, MockState state) {
        ResponseSelection choice = selection.orElseThrow();
        if (choice.isSequential()) {
            return Optional.of(prepared(choice.inTurn(state.answered(id)), request));
        }
        int at = choice.fixed();
        if (at == ResponseSelection.NONE) {
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
    public Optional<MockResponse> answer(RequestContext context, Entry entry) throws TemplateException {
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        ResponseSelection choice = selection.get();
        MockState state = context.state();
        boolean sequential = choice.isSequential();
        context.tries(id, entry.pattern(), sequential ? state.answered(id) : state.answersOf(id));
        int at = choice.choose(context, state.world().random());
        if (at == ResponseSelection.NONE) {
            return Optional.empty();
        }
        if (!buckets.isEmpty()) {
            context.prepare(buckets);
        }
        if (!sequential) {
            state.answered(id);
        }
        CompiledResponse response = responses.get(at);
        if (response.prepared().isPresent()) {
            return Optional.of(response.prepared().get().to(context.raw()).with(List.of(), context.incidents()));
        }
        return Optional.of(new ResponseRenderer(context, this, response, entry.action()).make());
    }
}
