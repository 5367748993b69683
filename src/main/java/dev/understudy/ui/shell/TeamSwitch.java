package dev.understudy.ui.shell;

import com.vaadin.flow.component.select.Select;
import dev.understudy.team.TeamAccess;
import java.util.List;

/// Goes from one team to another; there for those who are in several.
final class TeamSwitch extends Select<TeamAccess> {

    TeamSwitch(SelectedTeam selected, List<TeamAccess> teams) {
        setAriaLabel("Team");
        addClassName("team-switch");
        setItems(teams);
        setItemLabelGenerator(TeamAccess::name);
        selected.find()
                .flatMap(current -> teams.stream()
                        .filter(team -> team.team().equals(current.team()))
                        .findFirst())
                .ifPresent(this::setValue);
        addValueChangeListener(change -> selected.choose(change.getValue().team()));
        setVisible(teams.size() > 1);
    }
}
