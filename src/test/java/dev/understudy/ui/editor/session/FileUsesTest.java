package dev.understudy.ui.editor.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.BodyKind;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Schema;
import dev.understudy.ui.editor.Sample;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FileUsesTest {

    @Test
    @DisplayName("U86 a file is used where a path names it, however the path is written")
    void named() {
        for (String path :
                List.of("img/logo.png", "./img/logo.png", "/img/logo.png", "img//x/../logo.png", "img\\logo.png")) {
            assertThat(uses(path, "img/logo.png")).as(path).containsExactly("GET orders · 200 Found");
        }
        assertThat(uses("img/logo.png", "logo.png")).isEmpty();
        assertThat(uses("", "")).isEmpty();
    }

    @Test
    @DisplayName("U86 a path with templates may come to each file that fits what stands around them")
    void templates() {
        assertThat(uses("./img/{{urlParam 'id'}}.png", "img/logo.png"))
                .containsExactly("perhaps GET orders · 200 Found");
        assertThat(uses("{{urlParam 'id'}}", "anything")).hasSize(1);
        assertThat(uses("img/{{urlParam 'id'}}.png", "img/logo.gif")).isEmpty();
        assertThat(uses("img/{{urlParam 'id'}}.png", "doc/logo.png")).isEmpty();
        assertThat(uses("a{{b}}a", "a"))
                .as("the same letter can't be both ends")
                .isEmpty();
    }

    @Test
    @DisplayName("U86 only what is in force counts: the source of the body, TLS, the kind of certificate")
    void inForce() {
        Environment text = document("menu.pdf")
                .with(document("menu.pdf").get(Sample.LIST_FOUND).with(Schema.RESPONSE_BODY_TYPE, BodyKind.INLINE));
        assertThat(words(text, "menu.pdf")).isEmpty();
        Environment tls = Sample.document();
        tls = tls.with(tls.root().with(Schema.ENVIRONMENT_TLS_CERT, "a.crt").with(Schema.ENVIRONMENT_TLS_PFX, "a.pfx"));
        assertThat(words(tls, "a.crt")).isEmpty();
        tls = tls.with(tls.root().with(Schema.ENVIRONMENT_TLS, true));
        assertThat(words(tls, "a.crt")).containsExactly("TLS certificate");
        assertThat(words(tls, "a.pfx")).isEmpty();
    }

    private static List<String> uses(String path, String file) {
        return words(document(path), file);
    }

    private static List<String> words(Environment environment, String file) {
        return FileUses.of(environment).of(file).stream()
                .map(use -> (use.byTemplate() ? "perhaps " : "") + FileUses.words(environment, use))
                .toList();
    }

    private static Environment document(String path) {
        Environment document = Sample.document();
        return document.with(document.get(Sample.LIST_FOUND)
                .with(Schema.RESPONSE_BODY_TYPE, BodyKind.FILE)
                .with(Schema.RESPONSE_FILE, path));
    }
}
