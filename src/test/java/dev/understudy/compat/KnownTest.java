package dev.understudy.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Known differences from the reference")
class KnownTest {

    private static final Told ANSWER = new Told(200, List.of(), "");

    private final Known known = Known.of(List.of(
            "# for readers",
            "",
            "a.json | body | a reason | GET /x | Accept: a | b | c",
            "b.json | status | - | GET /y"));

    @Test
    @DisplayName("what is listed is not complained about")
    void listed() {
        assertThat(known.complaints(outcome("a.json", listedDifference()))).isEmpty();
    }

    @Test
    @DisplayName("a difference of another request, file or kind is")
    void notListed() {
        assertThat(known.complaints(outcome(
                        "a.json",
                        listedDifference(),
                        new Outcome.Difference(Ask.of("", "GET", "/z"), "body", ANSWER, ANSWER))))
                .containsExactly("not listed: a.json | body | (why) | GET /z");
        assertThat(known.complaints(outcome("c.json", listedDifference()))).hasSize(1);
        assertThat(known.complaints(
                        outcome("b.json", new Outcome.Difference(Ask.of("", "GET", "/y"), "body", ANSWER, ANSWER))))
                .hasSize(2);
    }

    @Test
    @DisplayName("a line that is no difference any more is to be removed, if its file was asked")
    void noLongerOne() {
        assertThat(known.complaints(outcome("a.json")))
                .singleElement()
                .asString()
                .startsWith("answered alike now, remove the line: a.json | body | a reason | GET /x");
        assertThat(known.complaints(outcome("c.json"))).isEmpty();
    }

    @Test
    @DisplayName("one line stands for one of several equal requests")
    void once() {
        assertThat(known.complaints(outcome("a.json", listedDifference(), listedDifference())))
                .hasSize(1);
    }

    @Test
    @DisplayName("long requests stay different from each other")
    void longRequests() {
        assertThat(asked("x".repeat(300) + "1")).isNotEqualTo(asked("x".repeat(300) + "2"));
    }

    @Test
    @DisplayName("a line without a reason is refused")
    void withoutReason() {
        assertThatThrownBy(() -> Known.of(List.of("a.json | body | GET /x")))
                .hasMessageContaining("file | what differs | why | request");
    }

    private static String asked(String body) {
        return new Outcome.Difference(Ask.of("", "POST", "/").sending("", body), "body", ANSWER, ANSWER).line();
    }

    private static Outcome.Difference listedDifference() {
        Ask ask = Ask.of("by hand", "GET", "/x").with("Accept", "a | b").sending("", "c");
        return new Outcome.Difference(ask, "body", ANSWER, ANSWER);
    }

    private static Outcome outcome(String name, Outcome.Difference... differences) {
        return new Outcome(name, 9, List.of(differences), 1);
    }
}
