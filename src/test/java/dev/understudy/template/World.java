package dev.understudy.template;

import dev.understudy.js.Conversions;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsJson;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Moment;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import dev.understudy.template.scope.Buckets;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.Faker;
import dev.understudy.template.scope.GlobalVariables;
import dev.understudy.template.scope.RequestView;
import dev.understudy.template.scope.Scope;
import dev.understudy.template.scope.StatusChoice;
import dev.understudy.template.scope.TemplateException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// All that templates see in tests, made of a JSON object: `{"request":{…},"buckets":[…],"globals":{…},"env":{…},
/// "status":true}`, any of which may be missing.
public final class World implements Buckets, GlobalVariables, Faker {

    private record Bucket(String id, String name, JsValue value) {}

    private final JsObject given;
    private final List<Bucket> buckets = new ArrayList<>();
    private final Map<String, JsValue> globals = new HashMap<>();
    private final StatusChoice status = new StatusChoice();

    private World(JsObject given) {
        this.given = given;
        if (given.get("buckets") instanceof JsArray array) {
            for (JsValue value : array.values()) {
                JsObject bucket = (JsObject) value;
                buckets.add(new Bucket(
                        Conversions.toText(bucket.get("id")),
                        Conversions.toText(bucket.get("name")),
                        bucket.get("value")));
            }
        }
        object(given, "globals").members().forEach(globals::put);
    }

    public static World of(String json) {
        return new World((JsObject) JsJson.parse(json).orElseThrow(() -> new IllegalArgumentException(json)));
    }

    /// What is left of a request's budget does not matter to the next rendering.
    public Scope scope() {
        return scope(new Budget());
    }

    public Scope scope(Budget budget) {
        Optional<RequestView> request =
                given.get("request") instanceof JsObject object ? Optional.of(new Request(object)) : Optional.empty();
        JsObject env = object(given, "env");
        return new Scope(
                request,
                given.has("status") ? Optional.of(status) : Optional.empty(),
                this,
                this,
                name -> variable(env, name.startsWith("MOCKOON_") ? name : "MOCKOON_" + name),
                this,
                Clock.fixed(Instant.parse("2026-11-21T09:08:07.006Z"), ZoneOffset.UTC),
                new Random(1),
                budget);
    }

    private static Optional<String> variable(JsObject all, String name) {
        return all.has(name) ? Optional.of(Conversions.toText(all.get(name))) : Optional.empty();
    }

    public StatusChoice status() {
        return status;
    }

    private static JsObject object(JsObject from, String name) {
        return from.get(name) instanceof JsObject object ? object : JsObject.EMPTY;
    }

    @Override
    public Optional<JsValue> find(String idOrName, Budget budget) {
        return buckets.stream()
                .filter(bucket -> is(bucket, idOrName))
                .map(Bucket::value)
                .findFirst();
    }

    @Override
    public void change(String idOrName, Change change, Budget given) throws TemplateException {
        for (int i = 0; i < buckets.size(); i++) {
            Bucket bucket = buckets.get(i);
            if (is(bucket, idOrName)) {
                buckets.set(i, new Bucket(bucket.id(), bucket.name(), change.of(bucket.value())));
                return;
            }
        }
    }

    /// Puts a value into a bucket.
    void put(String idOrName, JsValue value) throws TemplateException {
        change(idOrName, _ -> value, new Budget());
    }

    private static boolean is(Bucket bucket, String idOrName) {
        return bucket.id().equals(idOrName)
                || bucket.name().toLowerCase(Locale.ROOT).contains(idOrName.toLowerCase(Locale.ROOT));
    }

    @Override
    public JsValue get(String name) {
        return globals.getOrDefault(name, Undefined.UNDEFINED);
    }

    @Override
    public void set(String name, JsValue value) {
        globals.put(name, value);
    }

    @Override
    public JsObject all() {
        return JsObject.of(globals);
    }

    @Override
    public boolean knows(String method) {
        return true;
    }

    /// Dates are all the same; anything else is the name of the method.
    @Override
    public Optional<JsValue> call(String method, List<JsValue> arguments, Budget budget) {
        return Optional.of(method.startsWith("date.") ? new Moment(0) : new Text(method));
    }

    private record Request(JsObject given) implements RequestView {

        private String text(String name, String otherwise) {
            return given.has(name) ? Conversions.toText(given.get(name)) : otherwise;
        }

        @Override
        public String method() {
            return text("method", "GET");
        }

        @Override
        public String hostname() {
            return text("hostname", "localhost");
        }

        @Override
        public String ip() {
            return text("ip", "127.0.0.1");
        }

        @Override
        public String baseUrl() {
            return text("baseUrl", "http://" + hostname() + ":3000");
        }

        @Override
        public String bodyText() {
            return text(
                    "bodyText",
                    given.has("body") ? JsJson.print(given.get("body")).orElse("") : "");
        }

        @Override
        public JsValue body() {
            return given.get("body");
        }

        @Override
        public JsObject query() {
            return object(given, "query");
        }

        @Override
        public JsObject params() {
            return object(given, "params");
        }

        @Override
        public JsObject headers() {
            return object(given, "headers");
        }

        @Override
        public Optional<String> header(String name) {
            JsValue value = headers().get(name.toLowerCase(Locale.ROOT));
            return value.isNullish() ? Optional.empty() : Optional.of(Conversions.toText(value));
        }

        @Override
        public JsObject cookies() {
            return object(given, "cookies");
        }
    }
}
