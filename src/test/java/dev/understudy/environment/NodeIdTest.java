package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTest {

    @Test
    @DisplayName("D1 an id stays as it was written")
    void asWritten() {
        String mixed = "AAAAAAAA-bbbb-4ccc-8DDD-eeeeeeeeeeee";
        assertThat(NodeId.parse(mixed)).map(NodeId::value).contains(mixed);
    }

    @ParameterizedTest(name = "D1 {0} is no id")
    @ValueSource(
            strings = {
                "",
                "a",
                "00000000-0000-4000-8000-00000000000",
                "00000000-0000-4000-8000-0000000000000",
                "0000000000000000000000000000000000000",
                "00000000-0000-4000-8000-00000000000g",
                " 00000000-0000-4000-8000-000000000000"
            })
    void refused(String text) {
        assertThat(NodeId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new NodeId(text));
    }

    @Test
    @DisplayName("D1 a fresh id is a random UUID of version 4, the same from the same source")
    void random() {
        UUID uuid = UUID.fromString(NodeId.random(new SplittableRandom(3)).value());
        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(NodeId.random(new SplittableRandom(3))).isEqualTo(NodeId.random(new SplittableRandom(3)));
        SplittableRandom source = new SplittableRandom(3);
        assertThat(NodeId.random(source)).isNotEqualTo(NodeId.random(source));
    }
}
