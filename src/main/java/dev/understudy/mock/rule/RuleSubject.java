package dev.understudy.mock.rule;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.RequestView;

/// What rules look at: a request, or a message on a WebSocket.
public interface RuleSubject extends TextTemplate.Renderer {

    RequestView request();

    /// The body as rules without a path see it.
    ///
    /// @param asText whether the operator compares texts
    JsValue wholeBody(boolean asText);

    /// The body as rules with a path see it.
    JsValue body();

    /// The URL, and what stands for the route's path.
    JsValue path();

    /// How many answers there will have been with this one.
    long number();

    /// All buckets by id and name.
    JsObject buckets();

    JsObject variables();

    Budget budget();

    /// A rule was asked, and saw this. Whoever need not tell of it later takes no note.
    ///
    /// @param response its place among the responses
    /// @param rule its place among the rules of the response
    default void checked(int response, int rule, boolean held, JsValue seen) {}
}
