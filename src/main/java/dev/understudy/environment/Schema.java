package dev.understudy.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every field of every node kind, once. The order within a kind is the order of the exchange format.
public final class Schema {

    /// The version of the exchange format that is read and written: its highest migration.
    public static final int CURRENT_MIGRATION = 33;

    private static final Map<Kind, List<Field<?>>> FIELDS = new EnumMap<>(Kind.class);

    private static final int MAX_MILLIS = Integer.MAX_VALUE;

    public static final Field<String> ENVIRONMENT_NAME = text(Kind.ENVIRONMENT, "name", "Name", "New environment");
    public static final Field<String> ENVIRONMENT_PREFIX = text(Kind.ENVIRONMENT, "endpointPrefix", "Path prefix", "");
    public static final Field<Integer> ENVIRONMENT_LATENCY =
            whole(Kind.ENVIRONMENT, "latency", "Delay, ms", 0, MAX_MILLIS, 0);
    public static final Field<Integer> ENVIRONMENT_PORT = whole(Kind.ENVIRONMENT, "port", "Port", 0, 65_535, 3000);
    public static final Field<String> ENVIRONMENT_HOSTNAME = text(Kind.ENVIRONMENT, "hostname", "Host name", "");
    public static final Field<Boolean> ENVIRONMENT_PROXY = flag(Kind.ENVIRONMENT, "proxyMode", "Proxy mode", false);
    public static final Field<String> ENVIRONMENT_PROXY_HOST = text(Kind.ENVIRONMENT, "proxyHost", "Proxy to", "");
    public static final Field<Boolean> ENVIRONMENT_PROXY_REMOVE_PREFIX =
            flag(Kind.ENVIRONMENT, "proxyRemovePrefix", "Remove prefix before proxying", false);
    public static final Field<Boolean> ENVIRONMENT_TLS = flag(Kind.ENVIRONMENT, "tlsOptions.enabled", "TLS", false);
    public static final Field<CertificateType> ENVIRONMENT_TLS_TYPE = choice(
            Kind.ENVIRONMENT,
            "tlsOptions.type",
            "Certificate type",
            List.of(CertificateType.values()),
            CertificateType.CERT);
    public static final Field<String> ENVIRONMENT_TLS_PFX = text(Kind.ENVIRONMENT, "tlsOptions.pfxPath", "PFX", "");
    public static final Field<String> ENVIRONMENT_TLS_CERT =
            text(Kind.ENVIRONMENT, "tlsOptions.certPath", "Certificate", "");
    public static final Field<String> ENVIRONMENT_TLS_KEY = text(Kind.ENVIRONMENT, "tlsOptions.keyPath", "Key", "");
    public static final Field<String> ENVIRONMENT_TLS_CA =
            text(Kind.ENVIRONMENT, "tlsOptions.caPath", "CA certificate", "");
    public static final Field<String> ENVIRONMENT_TLS_PASSPHRASE =
            text(Kind.ENVIRONMENT, "tlsOptions.passphrase", "Passphrase", "");
    public static final Field<Boolean> ENVIRONMENT_CORS =
            flag(Kind.ENVIRONMENT, "cors", "Answer CORS preflight requests", true);

    public static final Field<String> FOLDER_NAME = text(Kind.FOLDER, "name", "Name", "New folder");
    /// Not part of the exchange format's current version; exported only when false.
    public static final Field<Boolean> FOLDER_ENABLED = flag(Kind.FOLDER, "enabled", "Enabled", true);

    public static final Field<RouteType> ROUTE_TYPE =
            choice(Kind.ROUTE, "type", "Type", List.of(RouteType.values()), RouteType.HTTP);
    public static final Field<String> ROUTE_DOCUMENTATION = longText(Kind.ROUTE, "documentation", "Documentation", "");
    public static final Field<HttpMethod> ROUTE_METHOD =
            choice(Kind.ROUTE, "method", "Method", List.of(HttpMethod.values()), HttpMethod.GET);
    public static final Field<String> ROUTE_ENDPOINT = text(Kind.ROUTE, "endpoint", "Path", "");
    public static final Field<ResponseMode> ROUTE_RESPONSE_MODE = nullableChoice(
            Kind.ROUTE,
            "responseMode",
            "Which response answers",
            List.of(ResponseMode.values()),
            ResponseMode.BY_RULES);
    public static final Field<StreamingMode> ROUTE_STREAMING_MODE = nullableChoice(
            Kind.ROUTE, "streamingMode", "Streaming", List.of(StreamingMode.values()), StreamingMode.CONVERSATION);
    public static final Field<Integer> ROUTE_STREAMING_INTERVAL =
            whole(Kind.ROUTE, "streamingInterval", "Streaming interval, ms", 0, MAX_MILLIS, 0);
    /// Not part of the exchange format's current version; exported only when false.
    public static final Field<Boolean> ROUTE_ENABLED = flag(Kind.ROUTE, "enabled", "Enabled", true);

    public static final Field<String> RESPONSE_BODY = longText(Kind.RESPONSE, "body", "Body", "{}");
    public static final Field<Integer> RESPONSE_LATENCY =
            whole(Kind.RESPONSE, "latency", "Delay, ms", 0, MAX_MILLIS, 0);
    public static final Field<Integer> RESPONSE_STATUS = whole(Kind.RESPONSE, "statusCode", "Status", 100, 999, 200);
    public static final Field<String> RESPONSE_LABEL = text(Kind.RESPONSE, "label", "Label", "");
    public static final Field<BodyKind> RESPONSE_BODY_TYPE =
            choice(Kind.RESPONSE, "bodyType", "Body from", List.of(BodyKind.values()), BodyKind.INLINE);
    public static final Field<String> RESPONSE_FILE = text(Kind.RESPONSE, "filePath", "File", "");
    public static final Field<String> RESPONSE_BUCKET =
            reference(Kind.RESPONSE, "databucketID", "Data bucket", Kind.BUCKET);
    public static final Field<Boolean> RESPONSE_FILE_AS_BODY =
            flag(Kind.RESPONSE, "sendFileAsBody", "Send file as body", false);
    public static final Field<RuleLogic> RESPONSE_RULES_OPERATOR =
            choice(Kind.RESPONSE, "rulesOperator", "Rules combine with", List.of(RuleLogic.values()), RuleLogic.OR);
    public static final Field<Boolean> RESPONSE_TEMPLATING_OFF =
            flag(Kind.RESPONSE, "disableTemplating", "Templating off", false);
    public static final Field<Boolean> RESPONSE_FALLBACK_404 =
            flag(Kind.RESPONSE, "fallbackTo404", "404 if the file is missing", false);
    public static final Field<Boolean> RESPONSE_DEFAULT = flag(Kind.RESPONSE, "default", "Default", false);
    public static final Field<String> RESPONSE_CRUD_KEY = text(Kind.RESPONSE, "crudKey", "Id property", "id");

    public static final Field<String> HEADER_KEY = text(Kind.HEADER, "key", "Header", "");
    public static final Field<String> HEADER_VALUE = text(Kind.HEADER, "value", "Value", "");

    public static final Field<RuleTarget> RULE_TARGET =
            choice(Kind.RULE, "target", "Target", List.of(RuleTarget.values()), RuleTarget.BODY);
    public static final Field<String> RULE_MODIFIER = text(Kind.RULE, "modifier", "Property", "");
    public static final Field<String> RULE_VALUE = text(Kind.RULE, "value", "Value", "");
    public static final Field<Boolean> RULE_INVERT = flag(Kind.RULE, "invert", "Inverted", false);
    public static final Field<RuleOperator> RULE_OPERATOR =
            choice(Kind.RULE, "operator", "Operator", List.of(RuleOperator.values()), RuleOperator.EQUALS);

    public static final Field<String> INVOCATION_CALLBACK =
            reference(Kind.INVOCATION, "uuid", "Callback", Kind.CALLBACK);
    public static final Field<Integer> INVOCATION_LATENCY =
            whole(Kind.INVOCATION, "latency", "Delay, ms", Integer.MIN_VALUE, MAX_MILLIS, 0);

    public static final Field<String> BUCKET_ID = text(Kind.BUCKET, "id", "Id", "");
    public static final Field<String> BUCKET_NAME = text(Kind.BUCKET, "name", "Name", "New data");
    public static final Field<String> BUCKET_DOCUMENTATION =
            longText(Kind.BUCKET, "documentation", "Documentation", "");
    public static final Field<String> BUCKET_VALUE = longText(Kind.BUCKET, "value", "Value", "[\n]");

    public static final Field<String> CALLBACK_ID = text(Kind.CALLBACK, "id", "Id", "");
    public static final Field<String> CALLBACK_URI = text(Kind.CALLBACK, "uri", "URL", "");
    public static final Field<String> CALLBACK_NAME = text(Kind.CALLBACK, "name", "Name", "Callback");
    public static final Field<String> CALLBACK_DOCUMENTATION =
            longText(Kind.CALLBACK, "documentation", "Documentation", "");
    public static final Field<HttpMethod> CALLBACK_METHOD = choice(
            Kind.CALLBACK,
            "method",
            "Method",
            Arrays.stream(HttpMethod.values())
                    .filter(method -> method != HttpMethod.ALL)
                    .toList(),
            HttpMethod.POST);
    public static final Field<BodyKind> CALLBACK_BODY_TYPE =
            choice(Kind.CALLBACK, "bodyType", "Body from", List.of(BodyKind.values()), BodyKind.INLINE);
    public static final Field<String> CALLBACK_BODY = longText(Kind.CALLBACK, "body", "Body", "");
    public static final Field<String> CALLBACK_BUCKET =
            reference(Kind.CALLBACK, "databucketID", "Data bucket", Kind.BUCKET);
    public static final Field<String> CALLBACK_FILE = text(Kind.CALLBACK, "filePath", "File", "");
    public static final Field<Boolean> CALLBACK_FILE_AS_BODY =
            flag(Kind.CALLBACK, "sendFileAsBody", "Send file as body", true);

    public static final Field<AssetPath> FILE_PATH =
            add(Kind.FILE, "path", "Path", new FieldType.Path(), new AssetPath("file"));
    public static final Field<FileContent> FILE_CONTENT =
            add(Kind.FILE, "content", "Content", new FieldType.Content(), FileContent.of(new byte[0]));

    private Schema() {}

    public static List<Field<?>> fieldsOf(Kind kind) {
        return FIELDS.getOrDefault(kind, List.of());
    }

    public static Optional<Field<?>> field(Kind kind, String key) {
        return fieldsOf(kind).stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static Field<String> text(Kind kind, String key, String label, String fallback) {
        return add(kind, key, label, new FieldType.Text(Limits.MAX_SHORT_TEXT), fallback);
    }

    private static Field<String> longText(Kind kind, String key, String label, String fallback) {
        return add(kind, key, label, new FieldType.Text(Limits.MAX_LONG_TEXT), fallback);
    }

    private static Field<Integer> whole(Kind kind, String key, String label, int min, int max, int fallback) {
        return add(kind, key, label, new FieldType.Whole(min, max), fallback);
    }

    private static Field<Boolean> flag(Kind kind, String key, String label, boolean fallback) {
        return add(kind, key, label, new FieldType.Flag(), fallback);
    }

    private static <E extends Choosable> Field<E> choice(
            Kind kind, String key, String label, List<E> values, E fallback) {
        return add(kind, key, label, new FieldType.Choice<>(values, false), fallback);
    }

    private static <E extends Choosable> Field<E> nullableChoice(
            Kind kind, String key, String label, List<E> values, E fallback) {
        return add(kind, key, label, new FieldType.Choice<>(values, true), fallback);
    }

    private static Field<String> reference(Kind kind, String key, String label, Kind target) {
        return add(kind, key, label, new FieldType.Reference(target), "");
    }

    private static <T> Field<T> add(Kind kind, String key, String label, FieldType<T> type, T fallback) {
        List<Field<?>> fields = FIELDS.computeIfAbsent(kind, _ -> new ArrayList<>());
        Field<T> field = new Field<>(kind, key, label, type, fallback, fields.size());
        fields.add(field);
        return field;
    }
}
