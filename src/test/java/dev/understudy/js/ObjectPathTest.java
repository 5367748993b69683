package dev.understudy.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Text;
import dev.understudy.js.JsValue.Undefined;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ObjectPathTest {

    private static final Effort<RuntimeException> ENDLESS = _ -> {};

    @FunctionalInterface
    private interface Change {
        JsValue made() throws JsException;
    }

    @Test
    @DisplayName("J26: names between dots find, set and take out what object-path does")
    void findsSetsAndTakesOutWhatObjectPathDoes() {
        List<JsArray> lines = Lines.of("object-path.jsonl");
        JsArray roots = lines.getFirst();
        for (JsArray line : lines.subList(1, lines.size())) {
            ObjectPath path = ObjectPath.parse(Lines.text(line, 0));
            JsValue root = roots.get((int) Conversions.toNumber(line.get(1)));
            assertThat(path.get(root)).as("get %s", line).isEqualTo(((JsArray) line.get(2)).get(0));
            check("set " + line, root, line.get(3), () -> path.set(root, new Text("NEW"), ENDLESS));
            check("without " + line, root, line.get(4), () -> path.without(root, ENDLESS));
        }
    }

    private static void check(String about, JsValue root, JsValue expected, Change change) {
        if (!(expected instanceof Text(String message))) {
            assertThat(JsJson.print(made(change))).as(about).isEqualTo(JsJson.print(expected));
        } else if (message.equals("!Invalid array length")) {
            assertThat(made(change)).as(about).isEqualTo(root); // a list's length can't be set here
        } else {
            assertThatThrownBy(change::made).as(about).hasMessage(message.substring(1));
        }
    }

    private static JsValue made(Change change) {
        try {
            return change.made();
        } catch (JsException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    @DisplayName("J26: a path without names is the whole value")
    void aPathWithoutNamesIsTheWholeValue() throws JsException {
        ObjectPath whole = new ObjectPath(List.of());
        assertThat(whole.get(new Num(1))).isEqualTo(new Num(1));
        assertThat(whole.set(new Num(1), new Num(2), ENDLESS)).isEqualTo(new Num(2));
        assertThat(whole.without(new Num(1), ENDLESS)).isEqualTo(Undefined.UNDEFINED);
    }

    @Test
    @DisplayName("J27: a change follows 500 names at most, and makes no long gaps in lists")
    void aChangeIsBounded() {
        ObjectPath deep = new ObjectPath(Collections.nCopies(ObjectPath.MAX_KEYS + 1, "a"));
        assertThatThrownBy(() -> deep.set(JsObject.EMPTY, new Num(1), ENDLESS))
                .hasMessage("A path may have at most 500 names");
        assertThatThrownBy(() -> deep.without(JsObject.EMPTY, ENDLESS)).isInstanceOf(JsException.class);
        String far = Integer.toString(PathChange.MAX_GAP + 1);
        assertThatThrownBy(() -> ObjectPath.parse(far).set(JsArray.EMPTY, new Num(1), ENDLESS))
                .hasMessage("The place 10001 is too far behind the end of the list");
        assertThatThrownBy(() -> ObjectPath.parse("1e300").set(new Text("x"), new Num(1), ENDLESS))
                .isInstanceOf(JsException.class);
    }

    @Test
    @DisplayName("J27: a change pays for the lists and objects that it copies")
    void aChangePaysForWhatItCopies() throws JsException {
        long[] paid = {0};
        JsArray list = JsArray.of(Collections.nCopies(1_000, new Num(1)));
        JsArray both = JsArray.of(list, list);
        ObjectPath.parse("0.5").set(both, new Num(2), steps -> paid[0] += steps);
        assertThat(paid[0]).isEqualTo(1_002);
    }

    @Test
    @DisplayName("J27: a path of many names ends where nothing is")
    void aPathOfManyNamesEndsWhereNothingIs() {
        ObjectPath endless = new ObjectPath(Collections.nCopies(5_000_000, "a"));
        JsObject root = JsObject.EMPTY;
        for (int turn = 0; turn < 10_000; turn++) {
            assertThat(endless.get(root)).isEqualTo(Undefined.UNDEFINED);
        }
    }
}
