package dev.understudy.ui.editor;

import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.NodeId;

/// The addresses of the editor, relative to the application.
public final class EditorLinks {

    static final String TEMPLATE = "environments/:environmentId/:nodeId?";

    private EditorLinks() {}

    /// The editor of an environment.
    public static String to(EnvironmentId environment) {
        return "environments/" + environment;
    }

    /// The editor with a section of it chosen.
    static String to(EnvironmentId environment, Section section) {
        return section == Section.ROUTES ? to(environment) : to(environment) + "/" + section.word();
    }

    /// The editor with one node chosen.
    public static String to(EnvironmentId environment, NodeId node) {
        return to(environment) + "/" + node;
    }
}
