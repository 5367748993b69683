package dev.understudy.format;

import dev.understudy.environment.Schema;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The way from any older version of the format to the current one: one entry for each version of Mockoon's
/// data model, run in order. An entry never overwrites what a newer version put there, so that a file whose
/// version is unknown can run them all.
final class Migrations {

    /// One version of the data model.
    ///
    /// @param step changes the tree of an environment in place
    record Migration(int id, String effect, Step step) {}

    @FunctionalInterface
    interface Step {
        void run(ObjectNode environment, Repairs repairs);
    }

    /// What an entry would set is what the reader takes for a missing property anyway.
    private static final Step DEFAULTS = (_, _) -> {};

    static final List<Migration> ALL = List.of(
            new Migration(1, "proxyMode, https and proxyHost get defaults", DEFAULTS),
            new Migration(2, "contentType of a route becomes a header", EarlyMigrations::contentTypeToHeader),
            new Migration(3, "routes get ids", DEFAULTS),
            new Migration(4, "environment headers; customHeaders become headers", EarlyMigrations::headers),
            new Migration(5, "file of a route is flattened", EarlyMigrations::flattenFile),
            new Migration(6, "a route answers with responses", EarlyMigrations::wrapResponse),
            new Migration(7, "responses get ids of their own", DEFAULTS),
            new Migration(8, "routes can be disabled", DEFAULTS),
            new Migration(9, "responses have a label", DEFAULTS),
            new Migration(10, "proxy headers", EarlyMigrations::proxyHeaders),
            new Migration(11, "a status code is a number", ResponseMigrations::statusCodeToNumber),
            new Migration(12, "rules combine with OR", DEFAULTS),
            new Migration(13, "responses in random order", DEFAULTS),
            new Migration(14, "responses in sequence", DEFAULTS),
            new Migration(15, "proxyRemovePrefix", DEFAULTS),
            new Migration(16, "a host name to listen on", EnvironmentMigrations::namedHost),
            new Migration(17, "fallbackTo404", DEFAULTS),
            new Migration(18, "isRegex of a rule becomes its operator", ResponseMigrations::regexToOperator),
            new Migration(19, "https becomes tlsOptions", EnvironmentMigrations::httpsToTlsOptions),
            new Migration(20, "the first response is the default one", ResponseMigrations::firstIsDefault),
            new Migration(21, "one responseMode", ResponseMigrations::responseMode),
            new Migration(22, "rules can be inverted", DEFAULTS),
            new Migration(23, "data buckets", DEFAULTS),
            new Migration(24, "bodyType tells where a body comes from", ResponseMigrations::bodyType),
            new Migration(25, "folders; without them all routes are at the top", DEFAULTS),
            new Migration(26, "routes have a type", DEFAULTS),
            new Migration(27, "all interfaces is the empty host name", EnvironmentMigrations::allInterfaces),
            new Migration(28, "crudKey", DEFAULTS),
            new Migration(29, "names of Faker 7 become those of Faker 8", FakerRenames::run),
            new Migration(30, "callbacks", DEFAULTS),
            new Migration(31, "enabled stays with the route, which is this server's own field", DEFAULTS),
            new Migration(32, "collapsed folders are no part of a document", EnvironmentMigrations::dropCollapsed),
            new Migration(33, "streaming", DEFAULTS));

    private Migrations() {}

    static void run(ObjectNode environment, Repairs repairs) {
        int from = versionOf(environment, repairs);
        for (Migration migration : ALL) {
            if (migration.id() > from) {
                migration.step().run(environment, repairs);
            }
        }
    }

    private static int versionOf(ObjectNode environment, Repairs repairs) {
        JsonNode written = environment.path("lastMigration");
        double version = written.asDouble(Double.NaN);
        if (version > Schema.CURRENT_MIGRATION) {
            throw new ImportRefusal(
                    repairs.places().of(environment, "lastMigration"),
                    "The file was made by a newer version (data model %s; this server knows up to %d)."
                                    .formatted(written.asString(), Schema.CURRENT_MIGRATION)
                            + " Update the server, or export it from an older version.");
        }
        if (!Double.isNaN(version)) {
            return (int) Math.max(0, version);
        }
        int evident = evidentVersion(environment);
        if (!written.isMissingNode()) {
            repairs.add(
                    environment, "lastMigration", "This should be a number, so the version was told from the content.");
        }
        return evident;
    }

    /// What a file without a version must at least be, so that nothing is rewritten that was already new.
    static int evidentVersion(ObjectNode environment) {
        if (Walk.routes(environment).stream().anyMatch(route -> route.has("streamingMode"))) {
            return 33;
        }
        if (environment.has("callbacks")) {
            return 30;
        }
        return Walk.responses(environment).stream().anyMatch(response -> response.has("crudKey")) ? 28 : 0;
    }
}
