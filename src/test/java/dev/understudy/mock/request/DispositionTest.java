package dev.understudy.mock.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {

    @Test
    @DisplayName("M27 a part of a form says its name and perhaps that of a file")
    void nameAndFile() {
        assertThat(Disposition.parse("form-data; name=\"a\"")).contains(new Disposition("a", Optional.empty()));
        assertThat(Disposition.parse("FORM-DATA; NAME=a; filename=\"b;\\\"c.txt\""))
                .contains(new Disposition("a", Optional.of("b;\"c.txt")));
        assertThat(Disposition.parse("form-data; name=\"a\"; filename=\"\""))
                .contains(new Disposition("a", Optional.empty()));
        assertThat(Disposition.parse("form-data")).contains(new Disposition("", Optional.empty()));
    }

    @Test
    @DisplayName("M27 a name of a file may come encoded, and then it counts")
    void encoded() {
        assertThat(Disposition.parse("form-data; name=a; filename=\"x\"; filename*=utf-8''%E2%82%AC.txt"))
                .contains(new Disposition("a", Optional.of("€.txt")));
        assertThat(Disposition.parse("form-data; name=a; filename=\"x\"; filename*=nonsense''y"))
                .contains(new Disposition("a", Optional.of("x")));
        assertThat(Disposition.parse("form-data; name=a; filename*=utf-8''%zz%"))
                .contains(new Disposition("a", Optional.of("%zz%")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "attachment; name=\"a\"", "form-data; name=\"a\"b\"", "form-data; name", "form-data name=a"})
    @DisplayName("M27 what is malformed or of another type is passed over")
    void others(String header) {
        assertThat(Disposition.parse(header)).isEmpty();
    }
}
