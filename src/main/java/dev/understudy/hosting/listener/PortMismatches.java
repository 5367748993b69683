package dev.understudy.hosting.listener;

import dev.understudy.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out why listeners answer on other ports than their documents name.
///
/// @param others the listeners that run on the ports that were missed
record PortMismatches(PortRange allowed, List<ListenerRow> others, LocalListeners local) {

    /// The ports that documents name and that their listeners are not on.
    static Set<Integer> missed(List<ListenerRow> rows) {
        return rows.stream()
                .filter(PortMismatches::isElsewhere)
                .map(ListenerRow::named)
                .collect(Collectors.toSet());
    }

    /// Empty if it is where its document says. Port 0 is a wish for any.
    Optional<PortMismatch> of(ListenerRow row) {
        return isElsewhere(row) ? Optional.of(new PortMismatch(row.named(), cause(row))) : Optional.empty();
    }

    private PortMismatch.Cause cause(ListenerRow row) {
        if (!allowed.contains(row.named())) {
            return new PortMismatch.Cause.NotAllowed(allowed);
        }
        return others.stream()
                .filter(other ->
                        other.port().filter(port -> port == row.named()).isPresent())
                .findFirst()
                .map(other -> holder(other, row.branch().team()))
                .orElseGet(() -> local.find(row.branch().id())
                                .filter(here -> here.taken().contains(row.named()))
                                .isPresent()
                        ? new PortMismatch.Cause.TakenThen()
                        : new PortMismatch.Cause.NotTried());
    }

    private static PortMismatch.Cause holder(ListenerRow other, TeamId reader) {
        return other.branch().team().equals(reader)
                ? new PortMismatch.Cause.TakenBy(other.name())
                : new PortMismatch.Cause.TakenByOthers();
    }

    private static boolean isElsewhere(ListenerRow row) {
        return row.wanted()
                && row.named() != 0
                && row.port().filter(port -> port != row.named()).isPresent();
    }
}
