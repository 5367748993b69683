package dev.understudy.format;

import java.util.SplittableRandom;

/// A description of the size and shape of the largest public ones: 13 MB, 1,223 operations with 3,437 responses,
/// schemas that name each other many levels deep, and an example for most answers. Always the same text.
public final class LargeDescription {

    public static final int OPERATIONS = 1_223;
    public static final int RESPONSES = 3_437;

    private static final int SCHEMAS = 900;
    private static final int SHARED_RESPONSES = 20;
    private static final long SEED = 13;

    private final SplittableRandom chance = new SplittableRandom(SEED);
    private final StringBuilder text = new StringBuilder();

    private LargeDescription() {}

    public static String json() {
        LargeDescription description = new LargeDescription();
        description.write();
        return description.text.toString();
    }

    private void write() {
        text.append("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"Large\",\"version\":\"1\"},\"paths\":{");
        int left = RESPONSES;
        for (int at = 0; at < OPERATIONS; at++) {
            int count = (left + OPERATIONS - at - 1) / (OPERATIONS - at);
            left -= count;
            text.append(at == 0 ? "" : ",")
                    .append("\n  \"/things/{id}/parts-")
                    .append(at)
                    .append("\":{\"get\":{");
            text.append("\"summary\":\"Get parts ").append(at).append("\",\"description\":\"");
            words(110);
            text.append("\",\"responses\":{");
            for (int response = 0; response < count; response++) {
                response(response, at);
            }
            text.append("}}}");
        }
        text.append("},\"components\":{\"responses\":{");
        for (int at = 0; at < SHARED_RESPONSES; at++) {
            text.append(at == 0 ? "" : ",").append("\n  \"r").append(at).append("\":{\"description\":\"Not there\",");
            text.append("\"headers\":{\"Link\":{\"example\":\"<next>\",\"schema\":{\"type\":\"string\"}}},");
            content(SCHEMAS - 1 - at);
            text.append('}');
        }
        text.append("},\"schemas\":{");
        for (int at = 0; at < SCHEMAS; at++) {
            schema(at);
        }
        text.append("}}}");
    }

    private void response(int number, int operation) {
        text.append(number == 0 ? "" : ",")
                .append("\n    \"")
                .append(200 + number * 2)
                .append("\":");
        if (number > 0 && chance.nextInt(4) > 0) {
            text.append("{\"$ref\":\"#/components/responses/r")
                    .append(chance.nextInt(SHARED_RESPONSES))
                    .append("\"}");
            return;
        }
        text.append("{\"description\":\"Answer\",");
        content(operation % SCHEMAS);
        text.append('}');
    }

    private void content(int schema) {
        text.append("\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/s")
                .append(schema)
                .append("\"},\"examples\":{\"default\":{\"value\":");
        example(0);
        text.append("}}}}");
    }

    private void example(int level) {
        text.append('{');
        for (int at = 0; at < 12; at++) {
            text.append(at == 0 ? "" : ",")
                    .append("\n            \"property_")
                    .append(at)
                    .append("\": ");
            if (level < 1 && at > 9) {
                example(level + 1);
            } else if (at % 2 == 0) {
                text.append(chance.nextInt(1_000_000));
            } else {
                text.append("\"https://example.com/things/")
                        .append(chance.nextInt(1_000))
                        .append('"');
            }
        }
        text.append('}');
    }

    /// Names some of the later ones, so that what one stands for gets smaller towards the end.
    private void schema(int at) {
        text.append(at == 0 ? "" : ",").append("\n  \"s").append(at).append("\":{\"type\":\"object\",\"properties\":{");
        for (int property = 0; property < 40; property++) {
            text.append(property == 0 ? "" : ",")
                    .append("\n      \"p")
                    .append(property)
                    .append("\": ");
            int later = at + 150 + chance.nextInt(100);
            if (property == 7 && later < SCHEMAS) {
                text.append("{\"$ref\":\"#/components/schemas/s").append(later).append("\"}");
            } else {
                text.append("{\"type\": \"string\", \"description\": \"");
                words(22);
                text.append("\", \"example\": \"").append(chance.nextInt(1_000)).append("\"}");
            }
        }
        text.append("}}");
    }

    private void words(int count) {
        for (int at = 0; at < count; at++) {
            text.append(at == 0 ? "" : " ").append("description".substring(0, 3 + chance.nextInt(9)));
        }
    }
}
