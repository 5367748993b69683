package dev.understudy.collab;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client that makes one random edit after the other and remembers what it was told of each. An edit that got no
/// answer is sent again, unchanged, before the next. For one thread at a time.
final class EditLoop {

    /// What a client was promised.
    record Acknowledged(String client, long seq, long revision, String outcome) {}

    private final String client;
    private final String environment;
    private final String root;
    private final RandomGenerator random;
    private final List<String> headers = new ArrayList<>();
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private Optional<String> unanswered = Optional.empty();
    private int repeated;
    private long seq;
    private long base;

    /// @param root the id of the environment's root node
    EditLoop(String client, String environment, String root, RandomGenerator random) {
        this.client = client;
        this.environment = environment;
        this.root = root;
        this.random = random;
        this.base = 1;
    }

    List<Acknowledged> acknowledged() {
        return acknowledged;
    }

    /// How many edits were sent a second time.
    int repeated() {
        return repeated;
    }

    /// Makes one edit, or repeats the one that got no answer.
    ///
    /// @throws IOException if the server did not answer
    Acknowledged step(ServerProcess server) throws IOException {
        if (unanswered.isPresent()) {
            repeated++;
        }
        String change = unanswered.orElseGet(this::next);
        unanswered = Optional.of(change);
        JsonNode answer = server.call("POST", "/environments/" + environment + "/edits", change);
        unanswered = Optional.empty();
        base = Math.max(base, answer.path("revision").asLong());
        var known = new Acknowledged(
                client,
                seq,
                answer.path("revision").asLong(),
                answer.path("outcome").asString());
        acknowledged.add(known);
        return known;
    }

    private String next() {
        ObjectNode change = JsonMapper.shared()
                .createObjectNode()
                .put("client", client)
                .put("seq", ++seq)
                .put("base", base);
        change.putArray("edits").add(edit());
        return JsonMapper.shared().writeValueAsString(change);
    }

    private ObjectNode edit() {
        ObjectNode edit = JsonMapper.shared().createObjectNode();
        int choice = random.nextInt(10);
        if (headers.isEmpty() || choice < 3) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            headers.add(id);
            edit.put("op", "add")
                    .put("node", id)
                    .put("kind", "header")
                    .put("parent", root)
                    .put("list", "headers");
            edit.putObject("fields").put("key", "X-" + client).put("value", "");
        } else if (choice < 6) {
            edit.put("op", "set").put("node", any()).put("field", "value").put("value", "v" + random.nextInt(1000));
        } else if (choice < 7) {
            edit.put("op", "remove").put("node", headers.remove(random.nextInt(headers.size())));
        } else if (choice < 8) {
            edit.put("op", "move").put("node", any()).put("parent", root);
        } else {
            edit.put("op", "set").put("node", root).put("field", "name").put("value", "Bench " + random.nextInt(1000));
        }
        return edit;
    }

    private String any() {
        return headers.get(random.nextInt(headers.size()));
    }
}
