package dev.understudy.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// The time zone of the reader's browser.
public final class ReaderZone {

    private ReaderZone() {}

    /// That of whoever sees the component, or is at work now.
    public static ZoneId of(Component component) {
        String id = component
                .getUI()
                .or(() -> Optional.ofNullable(UI.getCurrent()))
                .map(ui -> ui.getPage().getExtendedClientDetails().getTimeZoneId())
                .orElse(null);
        // Not by the set of all zones, of which each call makes a copy.
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
