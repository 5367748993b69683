package dev.understudy.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.ui.Dependency;
import com.vaadin.flow.shared.ui.LoadMode;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CodeOnDemandTest {

    private static final String ONE = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @Test
    @DisplayName("U135 a page is told to load the scripts that there are, and no others")
    void known() {
        CodeOnDemand code = new CodeOnDemand(Set.of(ONE));
        assertThat(code.isThere(load("return window.Vaadin.Flow.loadOnDemand('" + ONE + "');")))
                .isTrue();
        assertThat(code.isThere(load("return window.Vaadin.Flow.loadOnDemand('" + OTHER + "');")))
                .isFalse();
        assertThat(code.isThere(load("return import('somewhere');"))).isTrue();
        assertThat(code.isThere(new Dependency(Dependency.Type.JS_MODULE, "/" + OTHER + ".js", LoadMode.EAGER)))
                .isTrue();
    }

    @Test
    @DisplayName("U135 the scripts that there are are those by whose keys the bundler's loader goes")
    void keys() {
        String loader = "e=>(e===`%s`&&t.push(import(`./a-0123456789abcdef.js`)),r[`%s`])".formatted(ONE, OTHER);
        assertThat(CodeOnDemand.keys(loader)).containsExactlyInAnyOrder(ONE, OTHER);
    }

    private static Dependency load(String script) {
        return new Dependency(Dependency.Type.DYNAMIC_IMPORT, script);
    }
}
