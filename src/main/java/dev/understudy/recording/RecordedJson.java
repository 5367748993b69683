package dev.understudy.recording;

import dev.understudy.environment.FileContent;
import dev.understudy.environment.RuleTarget;
import dev.understudy.observed.Answer;
import dev.understudy.observed.Sent;
import dev.understudy.observed.Trait;
import dev.understudy.observed.Traits;
import dev.understudy.traffic.HeaderLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The parts of what was recorded that are kept as JSON. What a later version added is passed over. Pure.
final class RecordedJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private RecordedJson() {}

    static String write(Sent sent, Traits traits) {
        ObjectNode json = JSON.createObjectNode();
        json.put("type", sent.type()).put("body", sent.body()).put("rest", traits.rest());
        ArrayNode told = json.putArray("traits");
        traits.told()
                .forEach(trait -> told.addArray()
                        .add(trait.target().wireName())
                        .add(trait.name())
                        .add(trait.value()));
        return JSON.writeValueAsString(json);
    }

    static Sent sent(String json, String query) {
        JsonNode read = JSON.readTree(json);
        return new Sent(query, read.path("type").asString(""), read.path("body").asString(""));
    }

    static Traits traits(String json) {
        JsonNode read = JSON.readTree(json);
        List<Trait> traits = new ArrayList<>();
        for (JsonNode trait : read.path("traits")) {
            Arrays.stream(RuleTarget.values())
                    .filter(target -> target.wireName().equals(trait.path(0).asString("")))
                    .findFirst()
                    .ifPresent(target -> traits.add(new Trait(
                            target, trait.path(1).asString(""), trait.path(2).asString(""))));
        }
        return new Traits(traits, read.path("rest").asString(""));
    }

    static String write(Answer answer) {
        ObjectNode json = JSON.createObjectNode().put("text", answer.text());
        ArrayNode headers = json.putArray("headers");
        answer.headers().forEach(header -> headers.addArray().add(header.name()).add(header.value()));
        ArrayNode secret = json.putArray("secret");
        answer.secret().forEach(secret::add);
        return JSON.writeValueAsString(json);
    }

    static Answer answer(String json, int status, FileContent content) {
        JsonNode read = JSON.readTree(json);
        List<HeaderLine> headers = new ArrayList<>();
        read.path("headers")
                .forEach(header -> headers.add(new HeaderLine(
                        header.path(0).asString(""), header.path(1).asString(""))));
        List<String> secret = new ArrayList<>();
        read.path("secret").forEach(name -> secret.add(name.asString("")));
        return new Answer(status, headers, content, read.path("text").asBoolean(false), secret);
    }
}
