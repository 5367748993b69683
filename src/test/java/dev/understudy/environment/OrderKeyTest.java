package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderKeyTest {

    private static final String ZEROS = "0".repeat(25);

    @ParameterizedTest(name = "D4 between {0} and {1} lies {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,    -,    a0
            a0,   -,    a1
            az,   -,    b00
            bzz,  -,    c000
            -,    a0,   Zz
            -,    Zz,   Zy
            -,    Z0,   Yzz
            -,    b00,  az
            a0,   a1,   a0V
            a0V,  a1,   a0l
            a0,   a0V,  a0G
            Zz,   a0,   ZzV
            Zz,   a1,   a0
            a0,   a3,   a1
            az,   b01,  b00
            a0,   a01,  a00V
            a0z,  a1,   a0zV
            a01,  a02,  a01V
            a0,   a001, a000V
            -,    a0V,  a0
            a1V,  -,    a2
            """)
    void examples(@Nullable String before, @Nullable String after, String middle) {
        assertThat(OrderKey.between(key(before), key(after)).value()).isEqualTo(middle);
    }

    @Test
    @DisplayName("D4 there is room before the smallest and after the greatest keys")
    void extremes() {
        OrderKey smallest = new OrderKey("A" + ZEROS + "1");
        OrderKey before = OrderKey.between(null, smallest);
        assertThat(before).isLessThan(smallest);
        assertThat(OrderKey.between(null, before)).isLessThan(before);
        OrderKey greatest = new OrderKey("z" + "z".repeat(26));
        OrderKey after = OrderKey.between(greatest, null);
        assertThat(after).isGreaterThan(greatest);
        assertThat(OrderKey.between(after, null)).isGreaterThan(after);
    }

    @ParameterizedTest(name = "D4 {0} is no order key")
    @ValueSource(strings = {"", "a", "b0", "0", "a00", "a0V0", "a-", "ä0", "a0 ", " a0", "zzz"})
    void refused(String text) {
        assertThat(OrderKey.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderKey(text));
    }

    @Test
    @DisplayName("D4 the one key that nothing could be before is no key")
    void noRoom() {
        assertThat(OrderKey.parse("A0" + ZEROS)).isEmpty();
    }

    @Test
    @DisplayName("D4 keys over the length limit are refused from outside")
    void length() {
        String longest = "a0" + "V".repeat(OrderKey.MAX_LENGTH - 2);
        assertThat(OrderKey.parse(longest)).isPresent();
        assertThat(OrderKey.parse(longest + "V")).isEmpty();
    }

    @Test
    @DisplayName("D4 bounds in the wrong order are a mistake of the caller")
    void wrongOrder() {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderKey.between(new OrderKey("a1"), new OrderKey("a0")));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderKey.between(new OrderKey("a1"), new OrderKey("a1")));
    }

    @Test
    @DisplayName("D4 wherever keys are put in, they lie between their neighbours and can be parsed")
    void fuzz() {
        long seed = Long.getLong("fuzz.seed", new Random().nextLong());
        System.out.println("OrderKeyTest seed " + seed);
        Random chance = new Random(seed);
        for (int list = 0; list < 20; list++) {
            List<OrderKey> keys = new ArrayList<>();
            int spread = 1 + chance.nextInt(50);
            for (int i = 0; i < 400; i++) {
                int at = keys.isEmpty() ? 0 : Math.min(keys.size(), chance.nextInt(spread));
                at = chance.nextInt(4) == 0 ? keys.size() - at : at;
                OrderKey before = at == 0 ? null : keys.get(at - 1);
                OrderKey after = at == keys.size() ? null : keys.get(at);
                OrderKey between = OrderKey.between(before, after);
                assertThat(before == null || before.compareTo(between) < 0)
                        .as("seed %d: %s", seed, between)
                        .isTrue();
                assertThat(after == null || between.compareTo(after) < 0)
                        .as("seed %d: %s", seed, between)
                        .isTrue();
                assertThat(OrderKey.parse(between.value())).as("seed %d", seed).contains(between);
                keys.add(at, between);
            }
        }
    }

    @Test
    @DisplayName("D4 between any two different keys there is room, also keys that a client made up")
    void anyTwo() {
        long seed = Long.getLong("fuzz.seed", new Random().nextLong());
        System.out.println("OrderKeyTest seed " + seed);
        Random chance = new Random(seed);
        List<OrderKey> keys = new ArrayList<>();
        while (keys.size() < 300) {
            OrderKey.parse(randomText(chance)).ifPresent(keys::add);
        }
        for (OrderKey one : keys) {
            assertThat(OrderKey.between(null, one)).isLessThan(one);
            assertThat(OrderKey.between(one, null)).isGreaterThan(one);
            for (OrderKey other : keys) {
                if (one.compareTo(other) < 0) {
                    assertThat(OrderKey.between(one, other))
                            .as("seed %d", seed)
                            .isBetween(one, other)
                            .isNotIn(one, other);
                }
            }
        }
    }

    private static String randomText(Random chance) {
        String digits = chance.nextBoolean() ? "01yzYZ" : "0123456789ABYZabyz";
        StringBuilder text = new StringBuilder();
        text.append("XYZabc".charAt(chance.nextInt(6)));
        for (int length = 1 + chance.nextInt(6); length > 0; length--) {
            text.append(digits.charAt(chance.nextInt(digits.length())));
        }
        return text.toString();
    }

    private static @Nullable OrderKey key(@Nullable String text) {
        return text == null ? null : new OrderKey(text);
    }
}
