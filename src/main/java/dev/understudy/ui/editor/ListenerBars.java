package dev.understudy.ui.editor;

import dev.understudy.ui.editor.panel.Desk;
import org.springframework.stereotype.Component;

@Component
class ListenerBars {
    ListenerBar of(Desk desk) {
        return new ListenerBar();
    }
}
