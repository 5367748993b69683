package dev.understudy.hosting.listener;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PortMismatchTest {

    @Test
    @DisplayName("L120 each reason for another port is told in a sentence that names both ports")
    void sentences() {
        assertThat(new PortMismatch(80, new PortMismatch.Cause.NotAllowed(new PortRange(3000, 3999))).sentence(3001))
                .isEqualTo("Port 80 is outside of the ports that mocks may take here (3000–3999); answering on 3001.");
        assertThat(new PortMismatch(3000, new PortMismatch.Cause.TakenBy("Orders")).sentence(3001))
                .isEqualTo("Port 3000 is taken by “Orders”; answering on 3001.");
        assertThat(new PortMismatch(3000, new PortMismatch.Cause.TakenByOthers()).sentence(3001))
                .isEqualTo("Port 3000 is taken by somebody else; answering on 3001.");
        assertThat(new PortMismatch(3000, new PortMismatch.Cause.TakenThen()).sentence(3001))
                .startsWith("Port 3000 was taken when this mock started; answering on 3001.");
        assertThat(new PortMismatch(3000, new PortMismatch.Cause.NotTried()).sentence(3001))
                .isEqualTo("Answering on 3001. Port 3000 is tried when this mock is stopped and started.");
    }
}
