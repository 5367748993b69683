package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TreeFlashTest {

    private static final Environment DOCUMENT = Sample.document();

    @Test
    @DisplayName("U170 a route lights up, or the closed folder around it; what was removed does not")
    void rows() {
        NodeId folder = Sample.ORDERS;
        assertThat(TreeFlash.rows(DOCUMENT, _ -> true, List.of(Sample.LIST, NodeId.random(new Random(1)))))
                .isEqualTo(Set.of(Sample.LIST));
        assertThat(TreeFlash.rows(DOCUMENT, Set.of(folder)::contains, List.of(Sample.LIST, Sample.LIST)))
                .isEqualTo(Set.of(folder));
        assertThat(TreeFlash.rows(DOCUMENT, _ -> false, List.of(Sample.LIST))).isEmpty();
    }

    @Test
    @DisplayName("U170 however much is asked, rows light up four times in a second")
    void sampled() {
        TreeFlash flash = new TreeFlash();
        int lit = 0;
        for (long nanos = 0; nanos < 3_000_000_000L; nanos += 10_000_000) {
            lit += flash.isDue(nanos) ? 1 : 0;
        }
        assertThat(lit).isEqualTo(12);
    }
}
