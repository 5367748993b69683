package dev.understudy.format;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Migrations 16 to 32 that change the settings of an environment and its folders.
final class EnvironmentMigrations {

    private static final String ALL_INTERFACES = "0.0.0.0";

    private EnvironmentMigrations() {}

    static void namedHost(ObjectNode environment, Repairs repairs) {
        JsonNode hostname = environment.path("hostname");
        if (hostname.isNull() || hostname.stringValue("named").isEmpty()) {
            environment.put("hostname", ALL_INTERFACES);
        }
    }

    static void allInterfaces(ObjectNode environment, Repairs repairs) {
        if (environment.path("hostname").stringValue("").equals(ALL_INTERFACES)) {
            environment.put("hostname", "");
        }
    }

    static void httpsToTlsOptions(ObjectNode environment, Repairs repairs) {
        JsonNode https = environment.remove("https");
        if (https == null || environment.has("tlsOptions")) {
            return;
        }
        if (!https.isBoolean()) {
            repairs.add(environment, "https", "This should be true or false, so TLS was left off.");
        }
        environment.putObject("tlsOptions").put("enabled", https.isBoolean() && https.booleanValue());
    }

    static void dropCollapsed(ObjectNode environment, Repairs repairs) {
        Walk.objects(environment, "folders").forEach(folder -> folder.remove("collapsed"));
    }
}
