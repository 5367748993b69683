package dev.understudy.mock.respond;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.mock.bucket.Bucket;
import dev.understudy.mock.crud.Crud;
import dev.understudy.mock.crud.CrudAction;
import dev.understudy.mock.crud.CrudException;
import dev.understudy.mock.crud.CrudRequest;
import dev.understudy.mock.crud.CrudResult;
import dev.understudy.mock.crud.IdTemplate;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.exchange.OutgoingCall;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.HeaderSheet;
import dev.understudy.template.scope.StatusChoice;
import dev.understudy.template.scope.TemplateException;
import java.util.List;
import java.util.Optional;

/// Makes one answer for one request, on one thread.
final class ResponseRenderer {

    private static final int BAD_REQUEST = 400;
    private static final int NO_ROOM = 507;

    private final RequestContext context;
    private final CompiledRoute route;
    private final CompiledResponse response;
    private final Optional<CrudAction> action;
    private final HeaderSheet sheet;
    private int status;

    ResponseRenderer(
            RequestContext context, CompiledRoute route, CompiledResponse response, Optional<CrudAction> action) {
        this.context = context;
        this.route = route;
        this.response = response;
        this.action = action;
        this.sheet = response.sheet().map(HeaderSheet::new).orElseGet(context::sheet);
        this.status = response.status();
    }

    MockResponse make() {
        if (response.sheet().isEmpty()) {
            response.headers().writeTo(sheet, context);
        }
        return switch (response.body()) {
            case BodySource.Inline(TextTemplate text) -> rendered(text);
            case BodySource.OfBucket bucket -> ofBucket(bucket);
            case BodySource.OfFile file -> new FileMaker(this, context, response, sheet, file).make();
        };
    }

    /// An answer with what comes of a text, callbacks included.
    MockResponse rendered(TextTemplate text) {
        StatusChoice choice = new StatusChoice();
        try {
            String body = text.render(template -> context.render(template, choice));
            choice.chosen().ifPresent(this::status);
            return sent(body);
        } catch (TemplateException failure) {
            return refused("Error while serving the content: " + failure.getMessage());
        }
    }

    void status(int chosen) {
        status = chosen;
    }

    /// An answer with this text and the response's callbacks.
    MockResponse sent(String body) {
        List<OutgoingCall> calls = calls();
        return finished(PreparedAnswer.once(context.raw(), status, sheet, body, response.delayMillis()), calls);
    }

    /// An answer with these bytes and the response's callbacks.
    MockResponse sent(byte[] body) {
        List<OutgoingCall> calls = calls();
        return finished(PreparedAnswer.ofBytes(context.raw(), status, sheet, body, response.delayMillis()), calls);
    }

    /// An answer that says what went wrong, with the status as it is.
    MockResponse refused(String message) {
        context.happened("ROUTE_SERVING_ERROR", message);
        sheet.write("Content-Type", "text/plain");
        return finished(PreparedAnswer.once(context.raw(), status, sheet, message, response.delayMillis()), List.of());
    }

    MockResponse refused(int code, String message) {
        status = code;
        return refused(message);
    }

    private List<OutgoingCall> calls() {
        return response.callbacks().isEmpty()
                ? List.of()
                : new CallbackPlanner(context, route.around().prefix()).plan(response.callbacks());
    }

    private MockResponse finished(MockResponse made, List<OutgoingCall> calls) {
        return made.from(route.origin(response)).with(calls, context.incidents());
    }

    private MockResponse ofBucket(BodySource.OfBucket source) {
        Optional<Bucket> bucket = context.state().store().byId(source.id());
        if (bucket.isEmpty()) {
            return sent(source.otherwise());
        }
        try {
            JsValue value = action.isPresent()
                    ? crud(bucket.get(), action.get())
                    : bucket.get().value();
            return sent(BodyText.of(value, context.budget()));
        } catch (CrudException failure) {
            return refused(BAD_REQUEST, failure.getMessage());
        } catch (TemplateException failure) {
            return refused(NO_ROOM, failure.getMessage());
        }
    }

    private JsValue crud(Bucket bucket, CrudAction wanted) throws CrudException, TemplateException {
        if (bucket.content().parsed()) {
            sheet.write("Content-Type", "application/json");
        }
        CrudRequest request = request(wanted);
        CrudResult result;
        if (wanted == CrudAction.GET || wanted == CrudAction.GET_BY_ID) {
            result = Crud.apply(request, bucket.value());
        } else {
            Changing changing = new Changing(request);
            context.state().store().change(bucket, changing::change);
            result = changing.result();
        }
        result.status().ifPresent(this::status);
        result.total().ifPresent(total -> sheet.set("X-Total-Count", Integer.toString(total)));
        result.filtered().ifPresent(filtered -> sheet.set("X-Filtered-Count", Integer.toString(filtered)));
        return result.body();
    }

    private CrudRequest request(CrudAction wanted) {
        boolean reads = wanted == CrudAction.GET || wanted == CrudAction.GET_BY_ID;
        return new CrudRequest(
                wanted,
                Conversions.toText(context.request().params().get("id")),
                context.request().query(),
                reads ? JsObject.EMPTY : payload(),
                route.crudKey(),
                wanted == CrudAction.CREATE ? madeId() : Optional.empty(),
                context.state().world().random(),
                context.budget());
    }

    private JsValue payload() {
        JsValue parsed = context.request().body();
        if (parsed != Undefined.UNDEFINED) {
            return parsed;
        }
        String text = context.request().bodyText();
        return text.isEmpty() ? JsObject.EMPTY : new Text(text);
    }

    private Optional<JsValue> madeId() {
        try {
            return response.idTemplate().isEmpty()
                    ? Optional.empty()
                    : IdTemplate.id(response.idTemplate().get().render(context));
        } catch (TemplateException failure) {
            return Optional.empty();
        }
    }

    /// Keeps what comes of a request while the bucket takes over what is to be stored.
    private static final class Changing {

        private final CrudRequest request;
        private CrudResult result = CrudResult.NOTHING;
        private Optional<CrudException> refusal = Optional.empty();

        private Changing(CrudRequest request) {
            this.request = request;
        }

        private JsValue change(JsValue before) throws TemplateException {
            try {
                result = Crud.apply(request, before);
                return result.stored();
            } catch (CrudException failure) {
                refusal = Optional.of(failure);
                return before;
            }
        }

        private CrudResult result() throws CrudException {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return result;
        }
    }
}
