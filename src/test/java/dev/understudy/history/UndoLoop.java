package dev.understudy.history;

import dev.understudy.collab.TestProcess;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.history.Step.Direction;
import dev.understudy.server.TestDatabase;
import dev.understudy.team.Access;
import dev.understudy.team.TestAccess;

/// A process of its own that takes the newest step of somebody back and does it again until it is ended.
final class UndoLoop {

    private UndoLoop() {}

    /// Takes where the database is (address, name and password), the environment, and the name of the person. Prints a
    /// line after each step.
    public static void main(String[] arguments) {
        TestProcess process = TestProcess.another(TestDatabase.at(arguments[0], arguments[1], arguments[2]));
        Access access = process.find(EnvironmentId.parse(arguments[3]).orElseThrow(), TestAccess.actor(arguments[4]));
        Undo undo = new Undo(process.rooms, process.sql);
        while (true) {
            Step step = undo.next(access, Direction.UNDO)
                    .or(() -> undo.next(access, Direction.REDO))
                    .orElseThrow();
            System.out.println(undo.take(access, step).orElseThrow().getClass().getSimpleName());
        }
    }
}
