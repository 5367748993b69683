package dev.understudy.format;

import static dev.understudy.format.Fixture.current;
import static dev.understudy.format.Fixture.id;
import static dev.understudy.format.Fixture.imported;
import static dev.understudy.format.Fixture.places;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Limits;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Trees are written as text: `a f(b c)` is a route, and a folder with two.
class FolderTreeTest {

    @Test
    @DisplayName("F12 rootChildren and children make the tree and its order")
    void order() {
        ImportResult.Imported result = imported(current(folders("f:1 g", "g:2") + routes("1 2 3") + root("3 f")));
        assertThat(treeOf(result)).isEqualTo("3 f(1 g(2))");
        assertThat(result.problems()).isEmpty();
    }

    @Test
    @DisplayName("F12 a reference to nothing is removed")
    void dangling() {
        ImportResult.Imported result = imported(current(folders("f:9 1") + routes("1") + root("h f 8")));
        assertThat(treeOf(result)).isEqualTo("f(1)");
        assertThat(places(result)).containsExactly("/folders/0/children/0", "/rootChildren/0", "/rootChildren/2");
    }

    @Test
    @DisplayName("F12 of two references to one route that in a folder counts, else the first")
    void twice() {
        ImportResult.Imported result = imported(current(folders("f:1", "g:1 2 2") + routes("1 2") + root("1 f g 2")));
        assertThat(treeOf(result)).isEqualTo("f(1) g(2)");
        assertThat(places(result))
                .containsExactly(
                        "/folders/1/children/0", "/folders/1/children/2", "/rootChildren/0", "/rootChildren/3");
    }

    @Test
    @DisplayName("F12 what nothing refers to comes last: folders, then routes")
    void unreferenced() {
        ImportResult.Imported result = imported(current(folders("f:1", "g:") + routes("1 2 3") + root("3")));
        assertThat(treeOf(result)).isEqualTo("3 f(1) g() 2");
        assertThat(places(result)).containsExactly("/folders/0", "/folders/1", "/routes/1");
    }

    @Test
    @DisplayName("F12 folders that lie in each other in a circle are put at the top")
    void circle() {
        ImportResult.Imported result = imported(current(folders("f:g 1", "g:h", "h:f") + routes("1") + root("")));
        assertThat(treeOf(result)).isEqualTo("f(g(h()) 1)");
        ImportResult.Imported self = imported(current(folders("f:f") + routes("") + root("")));
        assertThat(treeOf(self)).isEqualTo("f()");
    }

    @Test
    @DisplayName("F12 entries of unknown type or that are no objects are removed")
    void oddEntries() {
        ImportResult.Imported result = imported(current(routes("1")
                + ",'rootChildren':[{'type':'page','uuid':'%1$s'},'%1$s',{'type':'route','uuid':'%1$s'},{'uuid':'%1$s'}]"
                        .formatted(uuid("1"))));
        assertThat(treeOf(result)).isEqualTo("1");
        assertThat(places(result)).containsExactly("/rootChildren/0", "/rootChildren/1", "/rootChildren/3");
    }

    @Test
    @DisplayName("F19 folders deeper than the limit are refused with their place, at the limit they are taken")
    void depth() {
        assertThat(treeOf(imported(chain(Limits.MAX_FOLDER_DEPTH)))).startsWith("100(101(102(");
        ImportResult.Refused refused = Fixture.refused(chain(200));
        assertThat(refused.place()).isEqualTo("/folders/" + Limits.MAX_FOLDER_DEPTH);
        assertThat(refused.message()).contains(String.valueOf(Limits.MAX_FOLDER_DEPTH));
    }

    private static String chain(int length) {
        String folders = IntStream.range(100, 100 + length)
                .mapToObj(number -> "{'uuid':'%s','name':'%d','children':[{'type':'folder','uuid':'%s'}]}"
                        .formatted(id(number), number, number + 1 < 100 + length ? id(number + 1) : ""))
                .collect(Collectors.joining(","));
        return current("'folders':[%s],'routes':[],'rootChildren':[{'type':'folder','uuid':'%s'}]"
                .formatted(folders, id(100)));
    }

    /// Folders are letters; `f:1 g` is a folder with a route and another folder.
    private static String folders(String... specs) {
        List<String> folders = new ArrayList<>();
        for (String spec : specs) {
            String[] parts = spec.split(":", 2);
            folders.add(
                    "{'uuid':'%s','name':'%s','children':[%s]}".formatted(uuid(parts[0]), parts[0], entries(parts[1])));
        }
        return "'folders':[" + String.join(",", folders) + "],";
    }

    private static String routes(String numbers) {
        return "'routes':["
                + names(numbers).stream()
                        .map(name -> "{'uuid':'%s','endpoint':'%s','responses':[{'default':true}]}"
                                .formatted(uuid(name), name))
                        .collect(Collectors.joining(","))
                + "]";
    }

    private static String root(String names) {
        return ",'rootChildren':[" + entries(names) + "]";
    }

    private static String entries(String names) {
        return names(names).stream()
                .map(name -> "{'type':'%s','uuid':'%s'}"
                        .formatted(Character.isLetter(name.charAt(0)) ? "folder" : "route", uuid(name)))
                .collect(Collectors.joining(","));
    }

    private static List<String> names(String names) {
        return names.isBlank() ? List.of() : List.of(names.split(" "));
    }

    private static String uuid(String name) {
        return id(name.charAt(0));
    }

    private static String treeOf(ImportResult.Imported imported) {
        Environment environment = imported.environment();
        return below(environment, environment.root().id());
    }

    private static String below(Environment environment, NodeId parent) {
        return environment.children(parent, Slot.CHILDREN).stream()
                .map(node -> shown(environment, node))
                .collect(Collectors.joining(" "));
    }

    private static String shown(Environment environment, Node node) {
        return node.kind() == Kind.FOLDER
                ? node.get(Schema.FOLDER_NAME) + "(" + below(environment, node.id()) + ")"
                : node.get(Schema.ROUTE_ENDPOINT);
    }
}
