package dev.understudy.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnCookiesTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("L100 what is the application's is taken out, and the rest stays as it was")
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            nullValues = "-",
            value = {
                "understudy-session=1|-",
                "understudy-session=1; understudy-stay=2|-",
                "a=b; understudy-session=1; c=d|a=b; c=d",
                "understudy-session=1; c=d|c=d",
                "a=b;understudy-session=1|a=b",
                "a=b ;c; __Host-understudy-stay=2;;  d= \"e|a=b ;c;;  d= \"e",
                "a=\"; understudy-session=1; b=\"|a=\"; b=\"",
                "UnderStudy-Session=1; a=b|a=b",
                "__secure-understudy-x=1; __Host-Http-understudy-y=2; a=b|a=b",
                " understudy-session =1; a=b|a=b",
                "=understudy-session=1; =a|=a",
                "understudy-; a=b|a=b",
            })
    void takenOut(String header, String left) {
        assertThat(OwnCookies.takenOutOf(header)).isEqualTo(left);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("L100 a header without them is the very same")
    @ValueSource(
            strings = {
                "",
                "a=b",
                "a=understudy-session; my-understudy-x=1",
                "understudy=1; a-b; __Host-x=understudy-session",
                "JSESSIONID=1;; ; =;x"
            })
    void untouched(String header) {
        assertThat(OwnCookies.takenOutOf(header)).isSameAs(header);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("L101 a Set-Cookie is known by how it begins, as browsers read it")
    @CsvSource({
        "understudy-session=1; Path=/, true",
        "\t__Host-understudy-stay=1, true",
        "=understudy-session=1, true",
        "UNDERSTUDY-SCHEME=dark, true",
        "session=understudy-session, false",
        "understudy=1, false",
        "x__Host-understudy-stay=1, false"
    })
    void set(String value, boolean own) {
        assertThat(OwnCookies.include(value)).isEqualTo(own);
    }
}
