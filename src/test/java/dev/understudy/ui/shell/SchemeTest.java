package dev.understudy.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeTest {

    @ParameterizedTest(name = "{0}={1} is {2}")
    @CsvSource({
        "understudy-scheme, dark, DARK",
        "understudy-scheme, light, LIGHT",
        "understudy-scheme, system, SYSTEM",
        "understudy-scheme, x-onload, SYSTEM",
        "another, dark, SYSTEM"
    })
    @DisplayName("U23 the browser's choice comes with the request, and nothing else does")
    void ofRequest(String name, String value, Scheme scheme) {
        assertThat(Scheme.of(requestWith(new Cookie(name, value)))).isEqualTo(scheme);
    }

    private static VaadinRequest requestWith(Cookie... cookies) {
        return (VaadinRequest) Proxy.newProxyInstance(
                SchemeTest.class.getClassLoader(),
                new Class<?>[] {VaadinRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getCookies") ? cookies : null);
    }
}
