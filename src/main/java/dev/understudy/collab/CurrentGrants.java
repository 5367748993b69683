package dev.understudy.collab;

import dev.understudy.edit.Edit;
import dev.understudy.environment.Environment;
import dev.understudy.team.Access;
import dev.understudy.team.Accesses;
import dev.understudy.team.Action;
import dev.understudy.team.Forbidden;
import dev.understudy.team.UserId;
import java.util.List;

/// Rights as the teams have them now: whoever may edit an environment may edit all of it.
final class CurrentGrants implements Grants {

    private final Accesses accesses;

    CurrentGrants(Accesses accesses) {
        this.accesses = accesses;
    }

    @Override
    public void check(Access submittedWith, List<Edit> edits, Environment document) {
        boolean ofServer = submittedWith.actor().user().equals(UserId.SERVER);
        Access now = ofServer
                ? submittedWith
                : accesses.find(submittedWith.actor(), submittedWith.environment())
                        .orElseThrow(() -> Forbidden.ofStranger(Action.EDIT));
        now.require(Action.EDIT);
    }
}
