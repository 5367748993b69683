package dev.understudy.mock;

import dev.understudy.environment.AssetPath;
import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Kind;
import dev.understudy.environment.MemoryBudget;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.RouteType;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.js.JsValue;
import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.exchange.MockResponse;
import dev.understudy.mock.state.MockFiles;
import dev.understudy.mock.state.MockState;
import dev.understudy.mock.state.MockWorld;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.Faker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Builds environments for tests, node by node, in the order of the calls.
public final class MockFixture {

    private static final NodeId ROOT = id(1);

    private Environment environment = Environment.of(Node.root(ROOT));
    private NodeId parent = ROOT;
    private NodeId route = ROOT;
    private NodeId response = ROOT;
    private NodeId rule = ROOT;
    private NodeId bucket = ROOT;
    private NodeId callback = ROOT;
    private int count = 1;

    private static NodeId id(int number) {
        return new NodeId("%08x-0000-4000-8000-000000000000".formatted(number));
    }

    public <T> MockFixture setting(Field<T> field, T value) {
        environment = environment.with(environment.root().with(field, value));
        return this;
    }

    public MockFixture environmentHeader(String name, String value) {
        return header(ROOT, name, value);
    }

    public MockFixture folder(boolean enabled) {
        parent = add(Kind.FOLDER, parent, Slot.CHILDREN);
        return set(parent, Schema.FOLDER_ENABLED, enabled);
    }

    public MockFixture endOfFolder() {
        parent = environment.get(parent).parent();
        return this;
    }

    /// A route without a response.
    public MockFixture bareRoute(String method, String endpoint) {
        route = add(Kind.ROUTE, parent, Slot.CHILDREN);
        setPlain(route, Schema.ROUTE_METHOD, method);
        return set(route, Schema.ROUTE_ENDPOINT, endpoint);
    }

    /// A route with one response that has this body.
    public MockFixture route(String method, String endpoint, String body) {
        return bareRoute(method, endpoint).response(200, body);
    }

    public MockFixture response(int status, String body) {
        response = add(Kind.RESPONSE, route, Slot.RESPONSES);
        set(response, Schema.RESPONSE_STATUS, status);
        return set(response, Schema.RESPONSE_BODY, body);
    }

    public MockFixture header(String name, String value) {
        return header(response, name, value);
    }

    public <T> MockFixture ofRoute(Field<T> field, T value) {
        return set(route, field, value);
    }

    public <T> MockFixture ofResponse(Field<T> field, T value) {
        return set(response, field, value);
    }

    /// A rule of the last response.
    public MockFixture rule(String target, String modifier, String operator, String value) {
        rule = add(Kind.RULE, response, Slot.RULES);
        setPlain(rule, Schema.RULE_TARGET, target);
        set(rule, Schema.RULE_MODIFIER, modifier);
        setPlain(rule, Schema.RULE_OPERATOR, operator);
        return set(rule, Schema.RULE_VALUE, value);
    }

    /// Inverts the last rule.
    public MockFixture inverted() {
        return set(rule, Schema.RULE_INVERT, true);
    }

    public MockFixture bucket(String id, String name, String value) {
        bucket = add(Kind.BUCKET, ROOT, Slot.BUCKETS);
        set(bucket, Schema.BUCKET_ID, id);
        set(bucket, Schema.BUCKET_NAME, name);
        return set(bucket, Schema.BUCKET_VALUE, value);
    }

    /// A route that reads from and writes to a bucket.
    public MockFixture crud(String endpoint, String bucketId) {
        return route("", endpoint, "inline")
                .ofRoute(Schema.ROUTE_TYPE, RouteType.CRUD)
                .ofResponse(Schema.RESPONSE_BODY_TYPE, BodyKind.DATABUCKET)
                .ofResponse(Schema.RESPONSE_BUCKET, bucketId);
    }

    public MockFixture callback(String method, String url, String body) {
        callback = add(Kind.CALLBACK, ROOT, Slot.CALLBACKS);
        setPlain(callback, Schema.CALLBACK_METHOD, method);
        set(callback, Schema.CALLBACK_URI, url);
        return set(callback, Schema.CALLBACK_BODY, body);
    }

    public <T> MockFixture ofCallback(Field<T> field, T value) {
        return set(callback, field, value);
    }

    public MockFixture callbackHeader(String name, String value) {
        return header(callback, name, value);
    }

    /// The last response calls the last callback.
    public MockFixture invoked(int delayMillis) {
        NodeId invocation = add(Kind.INVOCATION, response, Slot.INVOCATIONS);
        set(invocation, Schema.INVOCATION_CALLBACK, callback.value());
        return set(invocation, Schema.INVOCATION_LATENCY, delayMillis);
    }

    public MockFixture proxyHeader(Slot slot, String name, String value) {
        NodeId header = add(Kind.HEADER, ROOT, slot);
        set(header, Schema.HEADER_KEY, name);
        return set(header, Schema.HEADER_VALUE, value);
    }

    /// A file, whose content is where the mock runs.
    public MockFixture file(String path) {
        return set(add(Kind.FILE, ROOT, Slot.FILES), Schema.FILE_PATH, new AssetPath(path));
    }

    /// Changes any node.
    public <T> MockFixture setOn(NodeId node, Field<T> field, T value) {
        return set(node, field, value);
    }

    /// The id of the last rule.
    public NodeId rule() {
        return rule;
    }

    /// The id of the last bucket.
    public NodeId bucket() {
        return bucket;
    }

    /// The id of the last callback.
    public NodeId callback() {
        return callback;
    }

    /// The mock, running.
    public RunningMock run() {
        return new RunningMock(compile(), Map.of());
    }

    /// The mock, running, with files.
    public RunningMock run(Map<String, String> files) {
        return new RunningMock(compile(), files);
    }

    /// The id of the last route.
    public NodeId route() {
        return route;
    }

    /// The id of the last response.
    public NodeId response() {
        return response;
    }

    public Environment environment() {
        return environment;
    }

    public CompiledMock compile() {
        return MockCompiler.compile(environment).mock();
    }

    /// The state of a mock that has just started, in a world where it is always the same moment.
    public static MockState state() {
        return state(MockFiles.NONE);
    }

    public static MockState state(MockFiles files) {
        return state(files, MemoryBudget.of(Long.MAX_VALUE, "full"));
    }

    static MockState state(MockFiles files, MemoryBudget memory) {
        return new MockState(new MockWorld(
                Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC),
                new Random(1),
                new NoFaker(),
                _ -> Optional.empty(),
                files,
                Optional.empty(),
                memory));
    }

    /// Asks a mock that forwards nothing.
    public static MockResponse answer(CompiledMock mock, MockRequest request, MockState state) {
        return (MockResponse) mock.respond(request, state);
    }

    private static final class NoFaker implements Faker {

        @Override
        public boolean knows(String method) {
            return false;
        }

        @Override
        public Optional<JsValue> call(String method, List<JsValue> arguments, Budget budget) {
            return Optional.empty();
        }
    }

    private MockFixture header(NodeId owner, String name, String value) {
        NodeId header = add(Kind.HEADER, owner, Slot.HEADERS);
        set(header, Schema.HEADER_KEY, name);
        return set(header, Schema.HEADER_VALUE, value);
    }

    private NodeId add(Kind kind, NodeId under, Slot slot) {
        NodeId id = id(++count);
        OrderKey last = environment.lastChild(under, slot).map(Node::order).orElse(null);
        environment = environment.with(Node.of(id, kind, under, slot, OrderKey.between(last, null)));
        return id;
    }

    private void setPlain(NodeId id, Field<?> field, String value) {
        environment = environment.with(environment.get(id).withPlain(field, value));
    }

    private <T> MockFixture set(NodeId id, Field<T> field, T value) {
        environment = environment.with(environment.get(id).with(field, value));
        return this;
    }
}
