package dev.understudy.observed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.mock.MockFixture;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever was seen, the mock answers it the same and each route is there once")
class LearningFuzzTest {

    private static final List<String> WORDS = List.of(
            "orders",
            "users",
            "latest",
            "7",
            "8",
            "9",
            "2026-11-30",
            "0198c0de-0000-7000-8000-0123456789ab",
            "0198c0de-0000-7000-8000-0123456789ac",
            "a:b",
            "caf%C3%A9",
            "x.y");
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

    @ParameterizedTest(name = "L142 L143 L144 L147 seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void same(long seed) {
        Random chance = new Random(seed);
        boolean grouped = chance.nextBoolean();
        Lesson lesson = new Lesson(new MockFixture());
        for (int round = 0; round < 3; round++) {
            for (int exchange = 0; exchange < 60; exchange++) {
                see(lesson, chance);
            }
            lesson.learn(grouped);
            assertThat(lesson.edits(grouped).edits())
                    .as("what is learned again")
                    .isEmpty();
            if (round == 0) {
                assertThat(lesson.mistakes()).isEmpty();
            }
        }
    }

    private static void see(Lesson lesson, Random chance) {
        StringBuilder target = new StringBuilder();
        for (int segment = chance.nextInt(4); segment >= 0; segment--) {
            target.append('/').append(WORDS.get(chance.nextInt(WORDS.size())));
        }
        String mark = "?";
        for (String name : List.of("page", "filter[by]", "ids[]", "a.b")) {
            if (chance.nextInt(4) == 0) {
                target.append(mark).append(name).append('=').append(chance.nextInt(3));
                mark = "&";
            }
        }
        String method = METHODS.get(chance.nextInt(METHODS.size()));
        String sent = method.equals("POST")
                ? "{\"n\":%d,\"deep\":{\"list\":[%s]}}"
                        .formatted(chance.nextInt(3), chance.nextBoolean() ? "1" : "\"a\",true")
                : "";
        int status = List.of(200, 201, 404).get(chance.nextInt(3));
        lesson.sent(method, target.toString(), sent, status, "answer " + chance.nextInt(1_000_000));
    }
}
