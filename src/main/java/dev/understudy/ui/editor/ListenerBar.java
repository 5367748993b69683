package dev.understudy.ui.editor;

import com.vaadin.flow.component.html.Div;

final class ListenerBar extends Div {
    String address() {
        return "http://localhost:3000";
    }

    void setCurl(Curl curl) {}

    ProblemList problems() {
        return new ProblemList();
    }
}
