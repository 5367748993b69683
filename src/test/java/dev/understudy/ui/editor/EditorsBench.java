package dev.understudy.ui.editor;

import static dev.understudy.db.Tables.APP_USER;
import static dev.understudy.db.Tables.MEMBER;

import dev.understudy.collab.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Many people have the editor of one environment open, each with a session and a connection of their own, and one
/// types: what that costs the server, and when the others have it. Started by `bench/editors`.
public final class EditorsBench {

    private static final String PASSWORD = "a long password for ana";
    private static final int WARM_UP_SECONDS = 45;
    private static final int SILENCE_SECONDS = 20;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final int editors;
    private final int routes;
    private final int responses;
    private final int seconds;
    private final ServerProcess server;
    private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();
    private String environment = "";
    private final List<String> routeIds = new ArrayList<>();
    private String typedInto = "";

    private EditorsBench(ServerProcess server, int editors, int routes, int responses, int seconds) {
        this.server = server;
        this.editors = editors;
        this.routes = routes;
        this.responses = responses;
        this.seconds = seconds;
    }

    /// Measures, and prints what came of it.
    ///
    /// @param arguments how many editors, routes, responses of each, and seconds
    public static void main(String[] arguments) throws Exception {
        int[] wanted = {50, 400, 1, 30};
        for (int at = 0; at < arguments.length; at++) {
            wanted[at] = Integer.parseInt(arguments[at]);
        }
        ServerProcess server = new ServerProcess(Files.createTempDirectory("understudy-editors-"), Map.of());
        server.start();
        try {
            new EditorsBench(server, wanted[0], wanted[1], wanted[2], wanted[3]).run();
        } finally {
            server.stop();
        }
    }

    private void run() throws Exception {
        makeEnvironment();
        List<String> people = people();
        // Code that is loaded and made fast once is no cost of an editor.
        EditorPage warm = new EditorPage(server.address(), _ -> {});
        warm.signIn(people.getFirst(), PASSWORD);
        warm.open("environments/" + environment);
        typing(5);
        long before = heapKilobytes();
        for (int at = 1; at <= editors; at++) {
            open(people.get(at), at);
        }
        long after = heapKilobytes();
        typing(WARM_UP_SECONDS);
        delays.clear();
        System.out.println("Server process: " + server.pid());
        long cpuBefore = cpuMillis();
        long start = System.nanoTime();
        int changes = typing(seconds);
        double passed = (System.nanoTime() - start) / 1e9;
        long cpu = cpuMillis() - cpuBefore;
        // The others have the last change, too.
        Thread.sleep(1_000);
        double silent = silence();
        List<Long> sorted = delays.stream().sorted().toList();
        System.out.printf("%d editors, %d routes, %d responses%n", editors, routes, routes * responses);
        System.out.printf("first message of an editor: %.1f kB%n", warm.firstMessage() / 1_000.0);
        System.out.printf("heap of an editor: %.2f MB%n", (after - before) / 1_024.0 / editors);
        System.out.printf("%d changes in %.1f s: %.1f %% of one core%n", changes, passed, cpu / 10.0 / passed);
        System.out.printf("nobody types: %.1f %% of one core%n", silent);
        System.out.printf(
                "from the acknowledgement to the others: %d of %d seen, median %.1f ms, p95 %.1f ms, max %.1f ms%n",
                sorted.size(), (long) changes * editors, millis(sorted, 50), millis(sorted, 95), millis(sorted, 100));
        if (sorted.isEmpty()) {
            throw new IllegalStateException("Nothing was pushed.");
        }
    }

    private double silence() throws InterruptedException {
        long before = cpuMillis();
        Thread.sleep(SILENCE_SECONDS * 1_000);
        return (cpuMillis() - before) / 10.0 / SILENCE_SECONDS;
    }

    private static double millis(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    /// Five changes a second; each is one character at the end of a body.
    private int typing(int howLong) throws IOException, InterruptedException {
        int changes = howLong * 5;
        long start = System.nanoTime();
        for (int at = 0; at < changes; at++) {
            long due = start + at * 200_000_000L;
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
            type();
        }
        return changes;
    }

    private long typed;
    private long revision = 1;
    private long length = 2;

    private void type() throws IOException {
        JsonNode answer = server.call(
                "POST",
                "/environments/" + environment + "/edits",
                "{\"client\":\"typist\",\"seq\":%d,\"base\":%d,\"edits\":[{\"op\":\"splice\",\"node\":\"%s\",\"field\":\"body\",\"changes\":[%d,[0,\"%s\"]]}]}"
                        .formatted(++typed, revision, typedInto, length, " "));
        length++;
        revision = answer.path("revision").asLong();
        acknowledged.put(revision, System.nanoTime());
    }

    /// A page shows a revision: it has all up to it.
    private void shown(AtomicLong last, long revision) {
        long now = System.nanoTime();
        for (long each = last.getAndSet(revision) + 1; each <= revision; each++) {
            Long at = acknowledged.get(each);
            // The push may be faster than the acknowledgement.
            delays.add(at == null ? 0 : Math.max(0, now - at));
        }
    }

    private void open(String email, int at) throws IOException, InterruptedException {
        AtomicLong last = new AtomicLong(revision);
        EditorPage page = new EditorPage(server.address(), now -> {
            if (now > last.get()) {
                shown(last, now);
            }
        });
        page.signIn(email, PASSWORD);
        // Half of them are where somebody types.
        String route = at % 2 == 0 ? "" : "/" + routeIds.get(at % routeIds.size());
        page.open("environments/" + environment + route);
    }

    private void makeEnvironment() throws IOException {
        String team =
                server.call("GET", "/me", "").path("teams").get(0).path("id").asString();
        environment = server.call("POST", "/environments?name=Many&teamId=" + team, file())
                .path("id")
                .asString();
        for (JsonNode route : server.call("GET", "/environments/" + environment + "/document", "")
                .path("routes")) {
            routeIds.add(route.path("uuid").asString());
            if (typedInto.isEmpty()) {
                typedInto = route.path("responses").get(0).path("uuid").asString();
            }
        }
    }

    /// Accounts with the password of the owner, who is the first of them.
    private List<String> people() throws IOException {
        var sql = server.sql();
        var owner = sql.fetchSingle(APP_USER, APP_USER.EMAIL.eq("ana@example.org"));
        var membership = sql.fetchSingle(MEMBER, MEMBER.USER_ID.eq(owner.getId()));
        List<String> emails = new ArrayList<>(List.of(owner.getEmail()));
        for (int at = 1; at <= editors; at++) {
            var person = owner.copy();
            person.setId(UUID.randomUUID());
            person.setEmail("person" + at + "@example.org");
            person.setDisplayName("Person " + at);
            person.attach(sql.configuration());
            person.store();
            sql.insertInto(MEMBER)
                    .set(MEMBER.TEAM_ID, membership.getTeamId())
                    .set(MEMBER.USER_ID, person.getId())
                    .set(MEMBER.ROLE, "editor")
                    .set(MEMBER.JOINED_AT, membership.getJoinedAt())
                    .execute();
            emails.add(person.getEmail());
        }
        return emails;
    }

    private long heapKilobytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Thread.sleep(500);
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        return used.find() ? Long.parseLong(used.group(1)) : 0;
    }

    private String jcmd(String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private long cpuMillis() {
        return ProcessHandle.of(server.pid())
                .orElseThrow()
                .info()
                .totalCpuDuration()
                .orElseThrow()
                .toMillis();
    }

    private String file() {
        ObjectNode file = JsonMapper.shared().createObjectNode();
        file.put("uuid", UUID.randomUUID().toString()).put("lastMigration", 33).put("name", "Many");
        ArrayNode children = file.putArray("rootChildren");
        ArrayNode all = file.putArray("routes");
        for (int at = 0; at < routes; at++) {
            String id = UUID.randomUUID().toString();
            children.addObject().put("type", "route").put("uuid", id);
            ArrayNode answers = all.addObject()
                    .put("uuid", id)
                    .put("type", "http")
                    .put("method", "get")
                    .put("endpoint", "things/%d/:id".formatted(at))
                    .putArray("responses");
            for (int response = 0; response < responses; response++) {
                ObjectNode answer = answers.addObject()
                        .put("uuid", UUID.randomUUID().toString())
                        .put("statusCode", 200 + response)
                        .put("body", at == 0 ? "{}" : "{\"id\": \"{{urlParam 'id'}}\", \"at\": " + at + "}")
                        .put("default", response == 0);
                answer.putArray("headers")
                        .addObject()
                        .put("key", "Content-Type")
                        .put("value", "application/json");
            }
        }
        return file.toString();
    }
}
