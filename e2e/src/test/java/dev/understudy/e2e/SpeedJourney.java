package dev.understudy.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.understudy.e2e.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard.TypeOptions;
import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How long it takes from a key pressed by one to what the other sees, and to what the mock answers. Browsers and
/// server share the machine and so its clock.
@ExtendWith(Stage.class)
class SpeedJourney {

    private static final int WARM_UP = 10;
    private static final int SAMPLES = 50;
    private static final int BETWEEN_KEYS_MILLIS = 120;

    /// Slower than this is broken, on whatever machine.
    private static final double LIMIT_MILLIS = 2_000;

    /// Notes when each key was pressed.
    private static final String NOTE_KEYS = """
            () => {
              window.pressed = [];
              window.onkeydown = key => pressed.push(performance.timeOrigin + key.timeStamp);
            }
            """;

    /// Notes when a text of each length was there first.
    private static final String WATCH_BODY = """
            content => {
              window.seen = {};
              const code = content.closest('understudy-code');
              const look = () => seen[code.text.length] ??= performance.timeOrigin + performance.now();
              new MutationObserver(look).observe(content, { subtree: true, childList: true, characterData: true });
              look();
            }""";

    private static final String WATCH_BOX = """
            box => {
              window.seen = {};
              const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
              Object.defineProperty(box, 'value', {
                get,
                set(value) {
                  set.call(this, value);
                  seen[value.length] ??= performance.timeOrigin + performance.now();
                }
              });
            }""";

    private Parcels parcels;
    private Editor ana;
    private Editor ben;

    @BeforeEach
    void bothOpenTheSameResponse(Server server, People people) {
        parcels = Parcels.on(server);
        ana = Editor.open(people.ana(), parcels, Parcels.ON_ITS_WAY);
        ben = Editor.open(people.ben(), parcels, Parcels.ON_ITS_WAY);
        assertThat(ben.body()).containsText("on its way");
        ana.body().fill("");
        ana.saved();
    }

    @Test
    @DisplayName("what one types is on the other's screen, and in the mock's answer, after a moment")
    void typing() {
        assertThat(ben.body()).not().containsText("on its way");
        var body = toScreen(ana.body(), ben.body(), WATCH_BODY);
        ana.field("label").fill("");
        assertThat(ben.field("label")).hasValue("");
        var field = toScreen(ana.field("label"), ben.field("label"), WATCH_BOX);
        ana.body().fill("");
        ana.saved();
        var answer = toAnswer();
        System.out.printf(
                "edit-to-screen: field %s, body %s; edit-to-answer: %s (%d keys each, one every %d ms)%n",
                words(field), words(body), words(answer), SAMPLES, BETWEEN_KEYS_MILLIS);
        for (var samples : List.of(field, body, answer)) {
            assertThat(at(samples, 0.5)).isLessThan(LIMIT_MILLIS);
        }
    }

    private List<Double> toScreen(Locator here, Locator there, String watch) {
        there.evaluate(watch);
        press(here);
        ben.page().waitForFunction("length => seen[length]", WARM_UP + SAMPLES);
        var lags = new ArrayList<Double>();
        for (var key = WARM_UP; key < WARM_UP + SAMPLES; key++) {
            // A text of this length may never have been shown: two keys may arrive together.
            var seen =
                    ben.page().evaluate("length => { while (!seen[length]) length++; return seen[length]; }", key + 1);
            lags.add(((Number) seen).doubleValue() - pressed(key));
        }
        return lags;
    }

    private List<Double> toAnswer() {
        var seen = new ConcurrentHashMap<Integer, Double>();
        var watcher = Thread.startVirtualThread(() -> watch(seen));
        press(ana.body());
        eventually(() -> assertThat(seen).containsKey(WARM_UP + SAMPLES));
        watcher.interrupt();
        var lags = new ArrayList<Double>();
        for (var key = WARM_UP; key < WARM_UP + SAMPLES; key++) {
            var length = key + 1;
            while (!seen.containsKey(length)) {
                length++;
            }
            lags.add(seen.get(length) - pressed(key));
        }
        return lags;
    }

    private void watch(ConcurrentHashMap<Integer, Double> seen) {
        while (!Thread.currentThread().isInterrupted()) {
            var length = parcels.answer("/parcels/7").length() - "200 ".length();
            seen.putIfAbsent(length, (double) System.currentTimeMillis());
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void press(Locator here) {
        here.click();
        ana.page().evaluate(NOTE_KEYS);
        ana.page().keyboard().type("x".repeat(WARM_UP + SAMPLES), new TypeOptions().setDelay(BETWEEN_KEYS_MILLIS));
    }

    private double pressed(int key) {
        return ((Number) ana.page().evaluate("key => pressed[key]", key)).doubleValue();
    }

    private static String words(List<Double> millis) {
        return "median %.0f ms, p95 %.0f ms".formatted(at(millis, 0.5), at(millis, 0.95));
    }

    private static double at(List<Double> millis, double share) {
        return millis.stream().sorted().toList().get((int) Math.ceil(share * millis.size()) - 1);
    }
}
