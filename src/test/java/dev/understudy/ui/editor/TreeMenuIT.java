package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.session.Actions;
import dev.understudy.ui.editor.session.EditorServices;
import dev.understudy.ui.editor.session.EditorSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TreeMenuIT extends EditorFixture {

    @Autowired
    private EditorServices services;

    @Test
    @DisplayName("U180 the menus of routes, folders, data buckets and callbacks lead to what happened to them")
    void activity() {
        open(ana).activate();
        EditorSession session = new EditorSession(services, accessOf(ana, id));
        List<NodeId> shown = new ArrayList<>();
        TreeMenu menu = new TreeMenu(session, new Actions(session), _ -> {}, new Curl(session), shown::add);
        for (NodeId node : List.of(Sample.HEALTH, Sample.ORDERS)) {
            Map<String, Runnable> entries = new HashMap<>();
            menu.fill(entries::put, node);
            entries.get("Activity").run();
        }
        for (NodeId element : List.of(Sample.DRINKS, Sample.HOOK)) {
            Map<String, Runnable> entries = new HashMap<>();
            menu.fillElement(entries::put, element);
            entries.get("Activity").run();
        }
        assertThat(shown).containsExactly(Sample.HEALTH, Sample.ORDERS, Sample.DRINKS, Sample.HOOK);
    }
}
