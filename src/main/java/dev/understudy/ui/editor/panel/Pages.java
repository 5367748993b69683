package dev.understudy.ui.editor.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import dev.understudy.environment.NodeId;
import dev.understudy.ui.editor.field.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The parts of a form behind tabs. What is behind a tab is made when somebody opens it for the first time, and is
/// bound to one node after the other from then on.
final class Pages extends Div implements Bound {

    private final Tabs tabs = new Tabs();
    private final List<Page> pages = new ArrayList<>();
    private Optional<NodeId> node = Optional.empty();

    Pages() {
        addClassName("pages");
        tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
        tabs.addSelectedChangeListener(change -> show());
        add(tabs);
    }

    /// Another tab; the first one is open from the start.
    <C extends Component & Bound> Page add(String words, Supplier<C> maker) {
        Page page = new Page(words, maker);
        pages.add(page);
        tabs.add(page.tab);
        return page;
    }

    @Override
    public void bind(NodeId bound) {
        node = Optional.of(bound);
        pages.forEach(Page::bind);
        show();
    }

    private void show() {
        for (Page page : pages) {
            page.show(page.tab.equals(tabs.getSelectedTab()));
        }
    }

    /// What is behind one tab.
    final class Page {

        private final Supplier<? extends Component> maker;
        private final Tab tab;
        private final Span count = new Span();
        private @Nullable Component content;

        private Page(String words, Supplier<? extends Component> maker) {
            this.maker = maker;
            this.tab = new Tab(words);
            count.addClassName("count");
        }

        /// Shows how many of something are behind the tab.
        void setCount(int number) {
            count.setText(Integer.toString(number));
            if (count.getParent().isEmpty()) {
                tab.add(count);
            }
        }

        /// Whether the tab can be chosen at all.
        void setOffered(boolean offered) {
            tab.setVisible(offered);
            if (!offered && tab.equals(tabs.getSelectedTab())) {
                pages.getFirst().open();
            }
        }

        void open() {
            tabs.setSelectedTab(tab);
        }

        private void show(boolean on) {
            if (on && content == null && node.isPresent()) {
                content = maker.get();
                Pages.this.add(content);
                bind();
            }
            if (content != null) {
                // Not setVisible: what was just typed into a hidden tab must still reach the server.
                content.getElement().setAttribute("hidden", !on);
            }
        }

        private void bind() {
            if (content instanceof Bound bound) {
                node.ifPresent(bound::bind);
            }
        }
    }
}
