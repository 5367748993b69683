package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "logo.png", "images/logo.png", "a b/c d.txt", "...", "ä/日本.json", ".hidden"})
    @DisplayName("L90 names joined by slashes are the path of a file")
    void good(String path) {
        assertThat(AssetPath.refusal(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "../x",
                "a/../b",
                "a/./b",
                "a//b",
                "a/",
                ".",
                "..",
                " ",
                "a/ /b",
                "c:\\x",
                "a\u0000",
                "a\nb",
                "\uD800"
            })
    @DisplayName("L90 what could lead elsewhere is no path of a file, and is told why")
    void bad(String path) {
        assertThat(AssetPath.refusal(path))
                .hasValueSatisfying(why -> assertThat(why).startsWith("The path of a file"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069})
    @DisplayName("P37 a name that reads as another is not taken in, and one that is there is not given out")
    void direction(int sign) {
        String name = "invoice" + Character.toString(sign) + "fdp.exe";
        assertThat(AssetPath.refusal("images/" + name)).isPresent();
        assertThat(new AssetPath("images/" + name).fileName()).isEqualTo("invoicefdp.exe");
    }

    @Test
    @DisplayName(
            "U87 a file that is kept beside another has a number before its ending, and no longer a path than others")
    void numbered() {
        assertThat(new AssetPath("menu.pdf").numbered(2)).hasToString("menu (2).pdf");
        assertThat(new AssetPath("v1.2/menu").numbered(3)).hasToString("v1.2/menu (3)");
        assertThat(new AssetPath(".env").numbered(2)).hasToString(".env (2)");
        for (String longest : List.of("a".repeat(296) + ".pdf", "a/" + "b".repeat(298), "a." + "b".repeat(298))) {
            assertThat(new AssetPath(longest).numbered(500).text())
                    .hasSize(AssetPath.MAX_LENGTH)
                    .contains(" (500)");
        }
    }

    @Test
    @DisplayName("L90 a path has up to 300 characters")
    void length() {
        assertThat(AssetPath.refusal("a".repeat(AssetPath.MAX_LENGTH))).isEmpty();
        assertThat(AssetPath.refusal("a".repeat(AssetPath.MAX_LENGTH + 1))).isPresent();
    }
}
