package dev.understudy.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Migrations 11 to 24 that change responses, their rules, and how one of them is chosen.
final class ResponseMigrations {

    private ResponseMigrations() {}

    static void statusCodeToNumber(ObjectNode environment, Repairs repairs) {
        for (ObjectNode response : Walk.responses(environment)) {
            String text = response.path("statusCode").stringValue("").strip();
            if (text.matches("\\d{1,9}")) {
                response.put("statusCode", Integer.parseInt(text));
            }
        }
    }

    static void regexToOperator(ObjectNode environment, Repairs repairs) {
        for (ObjectNode response : Walk.responses(environment)) {
            for (ObjectNode rule : Walk.objects(response, "rules")) {
                JsonNode isRegex = rule.remove("isRegex");
                if (isRegex != null && isRegex.asBoolean(false) && !rule.has("operator")) {
                    rule.put("operator", "regex");
                }
            }
        }
    }

    static void firstIsDefault(ObjectNode environment, Repairs repairs) {
        for (ObjectNode route : Walk.routes(environment)) {
            List<ObjectNode> responses = Walk.objects(route, "responses");
            boolean chosen = responses.stream()
                    .anyMatch(response -> response.path("default").asBoolean(false));
            if (!chosen && !responses.isEmpty() && !responses.getFirst().has("default")) {
                responses.getFirst().put("default", true);
            }
        }
    }

    static void responseMode(ObjectNode environment, Repairs repairs) {
        for (ObjectNode route : Walk.routes(environment)) {
            JsonNode sequential = route.remove("sequentialResponse");
            JsonNode random = route.remove("randomResponse");
            if (!route.has("responseMode")) {
                if (isTrue(sequential)) {
                    route.put("responseMode", "SEQUENTIAL");
                } else if (isTrue(random)) {
                    route.put("responseMode", "RANDOM");
                }
            }
        }
    }

    static void bodyType(ObjectNode environment, Repairs repairs) {
        for (ObjectNode response : Walk.responses(environment)) {
            if (!response.has("bodyType")
                    && !response.path("filePath").stringValue("").isEmpty()) {
                response.put("bodyType", "FILE");
            }
        }
    }

    private static boolean isTrue(@Nullable JsonNode json) {
        return json != null && json.asBoolean(false);
    }
}
