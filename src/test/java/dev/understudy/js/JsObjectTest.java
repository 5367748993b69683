package dev.understudy.js;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.js.JsValue.Num;
import dev.understudy.js.JsValue.Undefined;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JsObjectTest {

    private static JsObject object(String... names) {
        JsObject.Builder builder = JsObject.builder();
        for (int at = 0; at < names.length; at++) {
            builder.set(names[at], new Num(at));
        }
        return builder.build();
    }

    @Test
    @DisplayName("J8: names that are array indexes come first, by number; the others as they were set")
    void indexesComeFirst() {
        assertThat(object("b", "10", "2", "a", "01", "-1", "1.5", "0", "4294967294", "4294967295", "")
                        .names())
                .containsExactly("0", "2", "10", "4294967294", "b", "a", "01", "-1", "1.5", "4294967295", "");
    }

    @Test
    @DisplayName("J8: a name that is set again keeps its place, one that was taken out comes last")
    void aNameThatIsSetAgainKeepsItsPlace() {
        JsObject object = object("a", "b", "c");
        assertThat(object.with("a", new Num(9)).names()).containsExactly("a", "b", "c");
        assertThat(object.without("a").with("a", new Num(9)).names()).containsExactly("b", "c", "a");
        assertThat(object.with(object("c", "0", "d")).names()).containsExactly("0", "a", "b", "c", "d");
        assertThat(object.with("7", new Num(9)).names()).containsExactly("7", "a", "b", "c");
    }

    @Test
    @DisplayName("J8: a change leaves the object as it was")
    void aChangeLeavesTheObjectAsItWas() {
        JsObject object = object("a", "b");
        object.with("c", new Num(1));
        object.without("a");
        assertThat(object.names()).containsExactly("a", "b");
        assertThat(object.without("x")).isSameAs(object);
        assertThat(object.get("x")).isEqualTo(Undefined.UNDEFINED);
        assertThat(object.has("toString")).isFalse();
    }

    @Test
    @DisplayName("J4: lists and objects know how deep they are")
    void listsAndObjectsKnowHowDeepTheyAre() {
        assertThat(JsObject.EMPTY.depth()).isEqualTo(1);
        JsValue deep = JsArray.of(new Num(1), JsObject.of(Map.of("a", JsArray.EMPTY)));
        assertThat(deep.depth()).isEqualTo(3);
        assertThat(JsArray.EMPTY.plus(deep).depth()).isEqualTo(4);
        assertThat(JsArray.of(deep).without(0).depth()).isEqualTo(1);
    }
}
