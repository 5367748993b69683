package dev.understudy.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import dev.understudy.team.Role;
import dev.understudy.ui.UiFixture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UnexpectedErrorsIT extends UiFixture {

    private static final Pattern ID = Pattern.compile("the server's log has it as (\\w{8})\\.");

    @Test
    @DisplayName(
            "U25 a mistake of ours is told with an id and without its words; the log has the whole of it under the id")
    void told(CapturedOutput log) {
        BrowserlessUIContext window = browserOf(member("Ana", Role.OWNER));
        window.navigate("", Component.class);

        VaadinSession.getCurrent()
                .getErrorHandler()
                .error(new ErrorEvent(new IllegalStateException("the words of a mistake")));

        eventually(window, () -> assertThat(notices(window)).anyMatch(ID.asPredicate()));
        String notice = String.join(" ", notices(window));
        assertThat(notice).doesNotContain("the words of a mistake", "IllegalState");
        String id = ID.matcher(notice)
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".* (\\w{8})\\.", "$1"))
                .findFirst()
                .orElseThrow();
        assertThat(log.getAll())
                .contains(id)
                .contains("IllegalStateException: the words of a mistake")
                .contains("at " + UnexpectedErrorsIT.class.getName());
    }
}
