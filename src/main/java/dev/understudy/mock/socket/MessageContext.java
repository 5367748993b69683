package dev.understudy.mock.socket;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.rule.RuleSubject;
import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.state.MockState;
import dev.understudy.template.Template;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.RequestView;
import dev.understudy.template.scope.TemplateException;
import java.util.Optional;

/// One message of a WebSocket on its way to its answer. For one message on one thread.
///
/// @param shownPath what stands for the route's path
/// @param number of the answer, counted from 1 on each connection
/// @param trail takes note of what is decided
record MessageContext(HandshakeFacts facts, MockState state, String shownPath, long number, Budget budget, Trail trail)
        implements RuleSubject {

    @Override
    public RequestView request() {
        return facts;
    }

    @Override
    public JsValue wholeBody(boolean asText) {
        return new Text(facts.message());
    }

    @Override
    public JsValue body() {
        return facts.message().isEmpty() ? Text.EMPTY : facts.parsed();
    }

    @Override
    public JsValue path() {
        MockRequest request = facts.request();
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        return JsArray.of(new Text(request.rawPath() + query), new Text(shownPath));
    }

    @Override
    public void checked(int response, int rule, boolean held, JsValue seen) {
        trail.checked(response, rule, held, seen);
    }

    @Override
    public JsObject buckets() {
        return state.store().byIdAndName();
    }

    @Override
    public JsObject variables() {
        return state.variables().all();
    }

    @Override
    public String render(Template template) throws TemplateException {
        return template.render(state.scope(Optional.of(facts), Optional.empty(), budget));
    }
}
