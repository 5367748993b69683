package dev.understudy.hosting.admin;

import static dev.understudy.hosting.admin.TransactionJson.text;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.path.Percent;
import dev.understudy.mock.request.Bodies;
import dev.understudy.mock.request.FormText;
import dev.understudy.mock.state.BucketView;
import dev.understudy.mock.state.MockState;
import dev.understudy.traffic.Exchange;
import dev.understudy.traffic.Traffic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Answers what programs ask a running mock about itself, as the reference does; nothing without the token. It
/// changes what the listener remembers, never the document. Any thread may call it.
public final class AdminApi {

    /// What the paths of the admin API begin with.
    public static final String BASE = "/mockoon-admin";
    private static final String WELCOME = "Welcome to Mockoon's admin API. Check the documentation at"
            + " https://mockoon.com/docs/latest/admin-api/overview/ for more information.";
    private static final Pattern NUMBER = Pattern.compile("\\s*([+-]?\\d{1,9}).*", Pattern.DOTALL);

    private final MockState state;
    private final Traffic traffic;
    private final LentVariables variables;
    private final AdminGate gate = new AdminGate();

    public AdminApi(MockState state, Traffic traffic, LentVariables variables) {
        this.state = state;
        this.traffic = traffic;
        this.variables = variables;
    }

    /// Who may use it.
    public AdminGate gate() {
        return gate;
    }

    /// Whether a path is guarded by the admin API, and not to be logged.
    public static boolean guards(String path) {
        return path.regionMatches(true, 0, BASE, 0, BASE.length());
    }

    /// Answers, or lets the request pass.
    public AdminOutcome handle(MockRequest request) {
        if (!guards(request.rawPath())) {
            return new AdminOutcome.Passes();
        }
        if (request.method().equals("OPTIONS")) {
            return AdminOutcome.Answer.empty(403);
        }
        String rest = rest(request.rawPath());
        boolean get = request.method().equals("GET") || request.method().equals("HEAD");
        boolean events = request.method().equals("GET") && rest.equalsIgnoreCase("/events");
        if (!isAdmitted(request, events)) {
            return message(401, "Unauthorized");
        }
        if (events) {
            return new AdminOutcome.Events(replayed(request));
        }
        AdminOutcome outcome = get ? read(request, rest) : write(request, rest.toLowerCase(Locale.ROOT));
        return outcome instanceof AdminOutcome.Answer answer && request.method().equals("HEAD")
                ? answer.withoutBody()
                : outcome;
    }

    private boolean isAdmitted(MockRequest request, boolean events) {
        String authorization = request.headers().first("authorization");
        if (authorization != null && gate.isIn(authorization)) {
            return true;
        }
        return events
                && gate.admits(
                        Conversions.toText(FormText.query(request.rawQuery()).get("token")));
    }

    private AdminOutcome read(MockRequest request, String rest) {
        String last = rest.substring(rest.lastIndexOf('/') + 1);
        String parent = rest.substring(0, rest.length() - last.length()).toLowerCase(Locale.ROOT);
        return switch (rest.toLowerCase(Locale.ROOT)) {
            case "" -> AdminOutcome.Answer.json(200, JsObject.EMPTY.with("response", text(WELCOME)));
            case "/logs" -> AdminOutcome.Answer.json(200, logs(request));
            case "/data-buckets" ->
                AdminOutcome.Answer.json(
                        200,
                        JsArray.of(state.buckets().stream()
                                .map(bucket -> TransactionJson.brief(bucket, ""))
                                .toList()));
            default ->
                switch (parent) {
                    case "/env-vars/" -> named(last, this::variable);
                    case "/global-vars/" -> named(last, this::globalVariable);
                    case "/data-buckets/" -> named(last, this::bucket);
                    default -> new AdminOutcome.Passes();
                };
        };
    }

    private static AdminOutcome named(String part, Function<String, AdminOutcome> use) {
        return Percent.isDecodable(part)
                ? use.apply(Percent.decode(part))
                : message(400, "Failed to decode param '" + part + "'");
    }

    private AdminOutcome write(MockRequest request, String rest) {
        String method = request.method();
        boolean sets = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        return switch (rest) {
            case "/env-vars" -> sets ? setVariable(request) : new AdminOutcome.Passes();
            case "/global-vars" -> sets ? setGlobalVariable(request) : purge(method, rest);
            case "/environment" ->
                method.equals("PUT")
                        ? message(
                                403,
                                "This mock is edited by a team. Change it in Understudy, or by its API under /api/v1.")
                        : new AdminOutcome.Passes();
            default -> purge(method, rest);
        };
    }

    private AdminOutcome purge(String method, String rest) {
        boolean posted = method.equals("POST") && rest.endsWith("/purge");
        if (!posted && !method.equals("PURGE")) {
            return new AdminOutcome.Passes();
        }
        switch (posted ? rest.substring(0, rest.length() - "/purge".length()) : rest) {
            case "/state" -> {
                state.reset();
                traffic.clear();
                return AdminOutcome.Answer.json(
                        200, JsObject.EMPTY.with("response", text("Server has been reset to its initial state")));
            }
            case "/logs" -> {
                traffic.clear();
                return message(200, "Logs have been purged");
            }
            case "/global-vars" -> {
                state.clearVariables();
                return message(200, "Global variables have been purged");
            }
            case "/data-buckets" -> {
                state.resetBuckets();
                return message(200, "Data buckets have been reset to their initial state");
            }
            default -> {
                return new AdminOutcome.Passes();
            }
        }
    }

    private JsArray logs(MockRequest request) {
        JsObject query = FormText.query(request.rawQuery());
        Optional<Integer> page = number(query, "page", 1);
        Optional<Integer> limit = number(query, "limit", 10);
        if (page.isEmpty() || limit.isEmpty()) {
            return JsArray.EMPTY;
        }
        List<Exchange> all = traffic.exchanges().stream()
                .filter(exchange -> exchange.sequel().conversation().isEmpty())
                .toList();
        long from = Math.clamp((page.get() - 1L) * limit.get(), 0, all.size());
        long to = Math.clamp((long) page.get() * limit.get(), from, all.size());
        return JsArray.of(all.subList((int) from, (int) to).stream()
                .map(TransactionJson::transaction)
                .toList());
    }

    private AdminOutcome variable(String name) {
        return variables
                .get(name)
                .<AdminOutcome>map(value -> AdminOutcome.Answer.json(200, pair(variables.fullName(name), text(value))))
                .orElseGet(() -> message(404, "Environment variable not found"));
    }

    private AdminOutcome setVariable(MockRequest request) {
        if (!variables.isOpen()) {
            return message(403, "Environment variable writes are disabled when the prefix is empty");
        }
        JsObject body = body(request);
        if (!(body.get("key") instanceof JsValue.Text key) || !body.has("value")) {
            return message(400, "Invalid request");
        }
        String value = Conversions.toText(body.get("value"));
        String name = variables.fullName(key.value());
        return variables.set(name, value)
                ? message(200, "Environment variable '" + name + "' has been set to '" + value + "'")
                : message(400, "The variables of this mock would become too large");
    }

    private AdminOutcome globalVariable(String name) {
        JsValue value = state.variable(name);
        return value instanceof JsValue.Undefined
                ? message(404, "Global variable not found")
                : AdminOutcome.Answer.json(200, pair(name, value));
    }

    private AdminOutcome setGlobalVariable(MockRequest request) {
        JsObject body = body(request);
        String key = Conversions.toText(body.get("key"));
        if (!body.has("key") || key.isEmpty() || !body.has("value")) {
            return message(400, "Invalid request");
        }
        JsValue value = body.get("value");
        return state.setVariable(key, value)
                ? message(200, "Global variable '" + key + "' has been set to '" + Conversions.toText(value) + "'")
                : message(400, "The variables of this mock would become too large");
    }

    private AdminOutcome bucket(String nameOrId) {
        Optional<BucketView> found = state.bucket(nameOrId);
        if (found.isEmpty()) {
            return message(404, "Data bucket not found");
        }
        BucketView bucket = found.get();
        JsObject.Builder all = JsObject.builder()
                .set("uuid", text(bucket.node().value()))
                .set("id", text(bucket.id()))
                .set("name", text(bucket.name()));
        if (!(bucket.value() instanceof JsValue.Undefined)) {
            all.set("value", bucket.value());
        }
        return AdminOutcome.Answer.json(
                200,
                all.set("parsed", JsValue.Bool.of(bucket.parsed()))
                        .set("validJson", JsValue.Bool.of(bucket.validJson()))
                        .build());
    }

    private int replayed(MockRequest request) {
        int wished = number(FormText.query(request.rawQuery()), "maxlogs", 0).orElse(0);
        return wished <= 0 ? Traffic.KEPT : wished;
    }

    private static JsObject body(MockRequest request) {
        String type = request.headers().first("content-type");
        String text = new String(request.body(), StandardCharsets.UTF_8);
        return type != null && Bodies.parse(type, request.body(), text).value() instanceof JsObject object
                ? object
                : JsObject.EMPTY;
    }

    private static Optional<Integer> number(JsObject query, String name, int otherwise) {
        if (!query.has(name)) {
            return Optional.of(otherwise);
        }
        var matcher = NUMBER.matcher(Conversions.toText(query.get(name)));
        return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    /// What follows the base path, without a slash at the end; `/-` if the base is only the start of a longer word.
    private static String rest(String path) {
        String rest = path.substring(BASE.length());
        if (!rest.isEmpty() && !rest.startsWith("/")) {
            return "/-";
        }
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static JsObject pair(String key, JsValue value) {
        return JsObject.builder().set("key", text(key)).set("value", value).build();
    }

    private static AdminOutcome message(int status, String message) {
        return AdminOutcome.Answer.json(status, JsObject.EMPTY.with("message", text(message)));
    }
}
