package dev.understudy.team;

/// Everything that needs a right. [Permissions] says who has it.
public enum Action {
    /// See an environment with its history, its listener and who is in it, and say where oneself is.
    VIEW("seeing an environment"),
    /// Change the content of an environment, rename it included.
    EDIT("editing an environment"),
    /// Start and stop the listener of an environment.
    MANAGE_LISTENER("starting and stopping a listener"),
    /// Create, import or duplicate an environment.
    CREATE("creating an environment"),
    /// Move an environment to the trash, and bring it back.
    DELETE("deleting and restoring an environment"),
    /// See who is in the team.
    VIEW_TEAM("seeing the team's members"),
    /// Invite people, change their roles, remove them.
    MANAGE_TEAM("managing the team");

    private final String label;

    Action(String label) {
        this.label = label;
    }

    /// The action as the middle of a sentence: "editing an environment".
    public String label() {
        return label;
    }
}
