package dev.understudy.server.heavy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeldMemoryTest {

    private final HeldMemory memory = new HeldMemory(100_000, 60_000);
    private final Hold ana = memory.hold(() -> "ana");
    private final Hold anaToo = memory.hold(() -> "ana");
    private final Hold ben = memory.hold(() -> "ben");

    @Test
    @DisplayName("O25 one person holds so much, all together so much; what is beyond is refused and takes nothing")
    void shares() {
        ana.take(40_000);
        assertRefused(anaToo, 20_001, WorkEnded.Reason.SHARE_FULL);
        anaToo.take(20_000);
        assertRefused(ben, 40_001, WorkEnded.Reason.QUEUE_FULL);
        ben.take(40_000);
        assertThat(memory.total()).isEqualTo(100_000);
    }

    @Test
    @DisplayName("O25 what was held is there for others when it is closed, once")
    void givenBack() {
        ana.take(60_000);
        ana.close();
        ana.close();
        assertThat(memory.total()).isZero();
        anaToo.take(60_000);
    }

    @Test
    @DisplayName("O25 what is read is held, and not much more than that")
    void streams() throws IOException {
        byte[] read = new HeldStream(new ByteArrayInputStream(new byte[40_000]), ana).readAllBytes();
        assertThat(read).hasSize(40_000);
        assertThat(memory.total()).isBetween(40_000L, 60_000L);
        assertThatThrownBy(() -> new HeldStream(new ByteArrayInputStream(new byte[40_000]), anaToo).readAllBytes())
                .isInstanceOf(WorkEnded.class);
    }

    private static void assertRefused(Hold hold, long bytes, WorkEnded.Reason reason) {
        assertThatThrownBy(() -> hold.take(bytes))
                .isInstanceOfSatisfying(
                        WorkEnded.class, ended -> assertThat(ended.reason()).isEqualTo(reason));
    }
}
