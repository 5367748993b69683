package dev.understudy.mock.respond;

import dev.understudy.environment.NodeId;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.mock.exchange.Incident;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.path.PathPattern;
import dev.understudy.mock.path.RequestPath;
import dev.understudy.mock.request.BodyType;
import dev.understudy.mock.rule.RuleSubject;
import dev.understudy.mock.rule.Trail;
import dev.understudy.mock.state.MockFiles;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.template.Template;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.RequestView;
import dev.understudy.template.scope.StatusChoice;
import dev.understudy.template.scope.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One request on its way to its answer: what is known of it, what it has cost, what went wrong. For one request on
/// one thread at a time.
public final class RequestContext implements RuleSubject {

    private final MockRequest request;
    private final MockState state;
    private final String path;
    private final RequestFacts facts;
    private final Budget budget = new Budget();
    private final List<Incident> incidents = new ArrayList<>(0);
    private final EnvironmentDefaults around;
    private final @Nullable HeaderSheet rendered;
    private final MockFiles files;
    private final Trail trail;
    private long number;

    /// @param path without runs of slashes
    /// @param trail takes note of what is decided
    public RequestContext(MockRequest request, MockState state, String path, EnvironmentDefaults around, Trail trail) {
        this.request = request;
        this.state = state;
        this.path = path;
        this.around = around;
        this.files = state.files();
        this.trail = trail;
        this.facts = new RequestFacts(request, around.prefix(), state.world().publicBaseUrl());
        this.rendered = around.areConstant() ? null : around.sheet(this);
    }

    /// A route is tried.
    ///
    /// @param answers how often the route has answered
    void tries(NodeId route, PathPattern pattern, long answers) {
        trail.tries(route);
        number = answers + 1;
        facts.matched(pattern, path);
    }

    /// A new sheet with the environment's headers.
    public HeaderSheet sheet() {
        return rendered == null ? around.sheet() : new HeaderSheet(rendered);
    }

    public MockRequest raw() {
        return request;
    }

    MockState state() {
        return state;
    }

    /// The files that there were when the request came.
    MockFiles files() {
        return files;
    }

    public void happened(String code, String message) {
        incidents.add(new Incident(code, message));
    }

    /// Of the request, without runs of slashes.
    public String requestPath() {
        return path;
    }

    /// What was decided so far.
    public Trail trail() {
        return trail;
    }

    @Override
    public void checked(int response, int rule, boolean held, JsValue seen) {
        trail.checked(response, rule, held, seen);
    }

    /// What went wrong so far.
    public List<Incident> incidents() {
        if (facts.isMalformed()) {
            List<Incident> all = new ArrayList<>(incidents);
            all.add(new Incident(
                    "REQUEST_BODY_PARSE",
                    "Error while trying to parse request body with compatible Content-Type (JSON, XML, form-data)"));
            return all;
        }
        return incidents;
    }

    @Override
    public String render(Template template) throws TemplateException {
        return template.render(state.scope(Optional.of(facts), Optional.empty(), budget));
    }

    /// Renders a template that may choose the status.
    String render(Template template, StatusChoice status) throws TemplateException {
        return template.render(state.scope(Optional.of(facts), Optional.of(status), budget));
    }

    /// Gives the buckets that are referred to their values.
    void prepare(Set<String> references) throws TemplateException {
        state.store()
                .prepare(
                        references,
                        (template, visible) -> template.render(state.scope(Optional.of(facts), visible, budget)),
                        budget);
    }

    @Override
    public RequestView request() {
        return facts;
    }

    @Override
    public JsValue wholeBody(boolean asText) {
        return asText ? new Text(facts.bodyText()) : body();
    }

    /// Other than templates, rules tell the type of a body by the header as it was spelled.
    @Override
    public JsValue body() {
        String type = request.headers().first("Content-Type");
        if (type != null && BodyType.of(type) != BodyType.OTHER && facts.body() != Undefined.UNDEFINED) {
            return facts.body();
        }
        return new Text(facts.bodyText());
    }

    @Override
    public JsValue path() {
        String query = request.rawQuery();
        String url = query.isEmpty() ? path : path + "?" + RequestPath.collapse(query);
        return JsArray.of(new Text(url), new Text("*"));
    }

    @Override
    public long number() {
        return number;
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
    public Budget budget() {
        return budget;
    }
}
