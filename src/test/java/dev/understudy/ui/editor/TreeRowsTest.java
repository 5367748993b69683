package dev.understudy.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.Schema;
import dev.understudy.presence.Focus;
import dev.understudy.presence.Participant;
import dev.understudy.team.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TreeRowsTest {

    private static final Set<NodeId> ALL_OPEN = Set.of(Sample.ORDERS, Sample.PAYMENTS);

    private final Environment document = Sample.document();

    @Test
    @DisplayName("U40 the rows are the folders and routes from top to bottom, and what is in open folders")
    void rowsOfOpenFolders() {
        assertThat(texts(ALL_OPEN))
                .containsExactly("health", "Orders", " orders", " orders", " Payments", "  orders/:order/payment");
        assertThat(texts(Set.of())).containsExactly("health", "Orders");
        assertThat(texts(Set.of(Sample.PAYMENTS)))
                .as("open inside a closed one")
                .containsExactly("health", "Orders");
    }

    @Test
    @DisplayName("U41 what is in a folder that is off is dimmed, and only what is off itself says so")
    void switchedOff() {
        Environment off = document.with(document.get(Sample.ORDERS).with(Schema.FOLDER_ENABLED, false));
        var rows = TreeRows.of(off, ALL_OPEN, Optional.empty(), List.of(), Set.of(), Set.of());
        assertThat(rows.get(Sample.ORDERS).off()).isTrue();
        assertThat(rows.get(Sample.PAY).off()).isFalse();
        assertThat(rows.get(Sample.PAY).dimmed()).isTrue();
        assertThat(rows.get(Sample.HEALTH).dimmed()).isFalse();
    }

    @Test
    @DisplayName("U42 the filter finds by method, path, folder name and documentation, and shows the folders around")
    void filter() {
        assertThat(matching("PAYMENT")).containsExactlyInAnyOrder(Sample.ORDERS, Sample.PAYMENTS, Sample.PAY);
        assertThat(matching("post orders")).contains(Sample.CREATE).doesNotContain(Sample.LIST);
        assertThat(matching("nothing like it")).isEmpty();
        Environment documented =
                document.with(document.get(Sample.HEALTH).with(Schema.ROUTE_DOCUMENTATION, "Asked by monitoring"));
        assertThat(TreeRows.matching(documented, "monitoring")).containsExactly(Sample.HEALTH);
    }

    @Test
    @DisplayName("U42 a folder that matches is shown with all that is in it")
    void filterByFolder() {
        assertThat(matching("Orders"))
                .containsExactlyInAnyOrder(Sample.ORDERS, Sample.LIST, Sample.CREATE, Sample.PAYMENTS, Sample.PAY);
    }

    @Test
    @DisplayName("U43 people on a route, its responses or in a closed folder show in its row, everybody once")
    void people() {
        List<Participant> others = List.of(person("Ben", Sample.PAID), person("Ben", Sample.PAY));
        assertThat(rows(ALL_OPEN, others).get(Sample.PAY).people())
                .extracting(TreeDot::name)
                .containsExactly("Ben");
        assertThat(rows(ALL_OPEN, others).get(Sample.ORDERS).people()).isEmpty();
        assertThat(rows(Set.of(), others).get(Sample.ORDERS).people())
                .extracting(TreeDot::name)
                .containsExactly("Ben");
    }

    @Test
    @DisplayName("U44 a route of which something does not work is marked")
    void broken() {
        var rows = TreeRows.of(document, ALL_OPEN, Optional.empty(), List.of(), Set.of(Sample.PAY), Set.of());
        assertThat(rows.get(Sample.PAY).broken()).isTrue();
        assertThat(rows.get(Sample.LIST).broken()).isFalse();
    }

    private java.util.Map<NodeId, TreeRow> rows(Set<NodeId> open, List<Participant> others) {
        return TreeRows.of(document, open, Optional.empty(), others, Set.of(), Set.of());
    }

    private List<String> texts(Set<NodeId> open) {
        return rows(open, List.of()).values().stream()
                .map(row -> " ".repeat(row.depth()) + row.text())
                .toList();
    }

    private Set<NodeId> matching(String text) {
        return TreeRows.matching(document, text);
    }

    private static Participant person(String name, NodeId node) {
        Focus focus = new Focus(Optional.of(node), Optional.empty(), Optional.empty());
        return new Participant("tab-" + node, new UserId(new UUID(0, 1)), name, 2, focus);
    }
}
