package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Two people in one box.
@ExtendWith(Stage.class)
class ShortTextJourney {

    /// Other seeds are other typings: change it to look for more.
    private static final int FIRST_SEED = 1;

    private static final int RUNS = 20;
    private static final String ANAS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String BENS = "0123456789";

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothOpenTheSameResponse(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        assertThat(ben.body()).containsText("on its way");
    }

    /// A box, and what the REST API says stands in it.
    private record Place(String name, String tab, String key, Supplier<String> stored) {}

    @Test
    @DisplayName(
            "U95 two type into one label, path, header value, rule value at the same time: every character is there")
    void everyCharacter() {
        ana.headers();
        ana.button("Add header").click();
        ana.tab("Rules");
        ana.button("Add rule").click();
        assertThat(ana.rules()).hasCount(1);
        var places = List.of(
                new Place("label", "", "label", () -> stored("label")),
                new Place("path", "", "endpoint", () -> route().path("endpoint").asString()),
                new Place("header value", "Headers", "value", () -> row("headers")),
                new Place("rule value", "Rules", "value", () -> row("rules")));
        for (var seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            run(seed, places.get(seed % places.size()));
        }
    }

    private void run(int seed, Place place) {
        var chance = new Random(seed);
        var start = "parcels/:id".substring(0, chance.nextInt(12));
        for (var person : List.of(ana, ben)) {
            if (!place.tab.isEmpty()) {
                person.tab(place.tab);
            }
        }
        ana.field(place.key).fill(start);
        assertThat(ben.field(place.key)).hasValue(start);
        put(ana, place, chance.nextInt(start.length() + 1));
        put(ben, place, chance.nextInt(start.length() + 1));
        var anas = new StringBuilder();
        var bens = new StringBuilder();
        for (var key = 0; key < 40; key++) {
            var anasTurn = chance.nextBoolean();
            var from = anasTurn ? ANAS : BENS;
            var typed = from.substring(chance.nextInt(from.length())).substring(0, 1);
            (anasTurn ? anas : bens).append(typed);
            (anasTurn ? ana : ben).page().keyboard().insertText(typed);
        }
        var now = place.stored;
        eventually(() -> {
            var text = now.get();
            assertThat(only(text, ANAS))
                    .as("Ana in %s, seed %d", place.name, seed)
                    .isEqualTo(anas.toString());
            assertThat(only(text, BENS))
                    .as("Ben in %s, seed %d", place.name, seed)
                    .isEqualTo(bens.toString());
            assertThat(text.replaceAll("[A-Z0-9]", "")).isEqualTo(start);
            for (var person : List.of(ana, ben)) {
                assertThat(person.field(place.key).inputValue()).isEqualTo(text);
            }
        });
        System.out.printf(
                "%s, seed %d: %d characters of Ana's and %d of Ben's in %s%n",
                place.name, seed, anas.length(), bens.length(), now.get());
    }

    @Test
    @DisplayName("U96 the caret of the other stands in the box with the name, and moves with the text")
    void carets() {
        put(ben, "label", 10);
        var caret = ana.page().locator("[data-field=label] .box-carets i");
        assertThat(caret).hasText("Ben");
        var start = ana.field("label").boundingBox().x;
        var before = drawnBeyond(start + 40, caret, box -> box.x);
        put(ana, "label", 0);
        ana.page().keyboard().insertText("Still o");
        assertThat(ben.field("label")).hasValue("Still oOn its way");
        drawnBeyond(before + 20, caret, box -> box.x);
    }

    @Test
    @DisplayName(
            "U70 U95 what an input method puts together is not disturbed by what the other types, and nothing is lost")
    void inputMethod() {
        var keys = ana.page().context().newCDPSession(ana.page());
        put(ana, "label", 10);
        compose(keys, "に");
        assertThat(ana.field("label")).hasValue("On its wayに");
        put(ben, "label", 0);
        ben.page().keyboard().insertText("Now: ");
        assertThat(ana.response("Now: On its way")).isVisible();
        assertThat(ana.field("label")).hasValue("On its wayに");
        compose(keys, "にほん");
        assertThat(ana.field("label")).hasValue("On its wayにほん");
        ben.page().keyboard().insertText("still ");
        assertThat(ana.response("Now: still On its way")).isVisible();
        insert(keys, "日本");
        for (var person : List.of(ana, ben)) {
            assertThat(person.field("label")).hasValue("Now: still On its way日本");
        }
        eventually(() -> assertThat(stored("label")).isEqualTo("Now: still On its way日本"));
        compose(keys, "だ");
        ben.page().keyboard().insertText("so ");
        assertThat(ana.response("Now: still so On its way")).isVisible();
        compose(keys, "");
        for (var person : List.of(ana, ben)) {
            assertThat(person.field("label")).hasValue("Now: still so On its way日本");
        }
        ana.page().keyboard().insertText("!");
        assertThat(ben.field("label")).hasValue("Now: still so On its way日本!");
    }

    private static void compose(CDPSession keys, String text) {
        var put = new JsonObject();
        put.addProperty("text", text);
        put.addProperty("selectionStart", text.length());
        put.addProperty("selectionEnd", text.length());
        keys.send("Input.imeSetComposition", put);
    }

    private static void insert(CDPSession keys, String text) {
        var insert = new JsonObject();
        insert.addProperty("text", text);
        keys.send("Input.insertText", insert);
    }

    @Test
    @DisplayName("U97 undo in a box takes back own typing only")
    void undo() {
        put(ana, "label", 10);
        ana.page().keyboard().insertText(", mine");
        assertThat(ben.field("label")).hasValue("On its way, mine");
        put(ben, "label", 0);
        ben.page().keyboard().insertText("Theirs: ");
        assertThat(ana.field("label")).hasValue("Theirs: On its way, mine");
        ana.page().keyboard().press("ControlOrMeta+z");
        assertThat(ben.field("label")).hasValue("Theirs: On its way");
        ana.page().keyboard().press("ControlOrMeta+Shift+z");
        assertThat(ben.field("label")).hasValue("Theirs: On its way, mine");
    }

    @Test
    @DisplayName("U98 whose number or choice the other replaces is told, and takes theirs back")
    void losers() {
        ana.field("statusCode").fill("404");
        ana.field("statusCode").press("Enter");
        ana.saved();
        ben.field("statusCode").fill("501");
        ben.field("statusCode").press("Enter");
        assertThat(ana.page().getByText("Ben set Status to 501 just after you set it to 404."))
                .isVisible();
        ana.button("Set 404 again").click();
        for (var person : List.of(ana, ben)) {
            assertThat(person.field("statusCode")).hasValue("404");
        }
        ana.choose("responseMode", "In turn");
        ana.saved();
        ben.choose("responseMode", "At random");
        assertThat(ana.page()
                        .getByText("Ben set Which response answers to At random just after you set it to In turn."))
                .isVisible();
        ana.button("Set In turn again").click();
        eventually(() -> assertThat(route().path("responseMode").asString()).isEqualTo("SEQUENTIAL"));
        assertThat(stored("statusCode")).isEqualTo("404");
    }

    @Test
    @DisplayName("U99 what is said of a number goes when the stored one stands there again")
    void staleError() {
        var status = ana.field("statusCode");
        var complaint = ana.page().locator(".live-field[data-field=statusCode] [slot=error-message]");
        status.fill("abc");
        status.press("Enter");
        assertThat(complaint).hasText("Status is a whole number between 100 and 999.");
        status.fill("200");
        assertThat(complaint).isHidden();
    }

    @Test
    @DisplayName("U70 the caret of the other stands in the body where it is")
    void caretInTheBody() {
        ben.body().click();
        ben.page().keyboard().press("ControlOrMeta+End");
        var caret = ana.page().locator("[data-field=body] .cm-other-caret");
        var top = ana.body().boundingBox().y;
        drawnBeyond(top + 60, caret, box -> box.y);
    }

    /// Waits until a caret stands beyond a place. It is drawn anew when it moves, so that for a moment there may be
    /// none.
    ///
    /// @return where it stands
    private static double drawnBeyond(double place, Locator caret, ToDoubleFunction<BoundingBox> way) {
        var found = new AtomicReference<BoundingBox>();
        eventually(() -> {
            var box = caret.boundingBox();
            assertThat(box).isNotNull();
            assertThat(way.applyAsDouble(box)).isGreaterThan(place);
            found.set(box);
        });
        return way.applyAsDouble(found.get());
    }

    private static void put(Editor person, Place place, int caret) {
        put(person, place.key, caret);
    }

    private static void put(Editor person, String key, int caret) {
        Locator box = person.field(key);
        box.click();
        box.evaluate("(box, at) => box.setSelectionRange(at, at)", caret);
    }

    private static String only(String text, String alphabet) {
        return text.chars()
                .filter(letter -> alphabet.indexOf(letter) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private String stored(String key) {
        return parcels.response(Parcels.ON_ITS_WAY).path(key).asString();
    }

    private String row(String list) {
        return parcels.response(Parcels.ON_ITS_WAY)
                .path(list)
                .get(0)
                .path("value")
                .asString();
    }

    private JsonNode route() {
        return parcels.document().path("routes").get(0);
    }
}
