package dev.understudy.ui.editor.session;

import dev.understudy.edit.TakeBack;
import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.history.Step;
import dev.understudy.history.Undone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What came of an undo or redo, in words. Pure.
final class UndoWords {

    /// So many values that stay are named.
    private static final int MAX_NAMED = 3;

    private static final int MAX_VALUE = 30;

    private UndoWords() {}

    /// What was done: "Undone: Status code of GET /orders."
    static String done(Step.Direction direction, String what) {
        return switch (direction) {
            case UNDO -> "Undone: " + what + ".";
            case REDO -> "Redone: " + what + ".";
        };
    }

    static String nothingLeft(String what) {
        return "Nothing is left to take back of “" + what + "”.";
    }

    static String inTheWay(List<String> names) {
        return names.isEmpty()
                ? "Something else needs it by now, so it stays."
                : "%s worked in it since, so it stays.".formatted(joined(names));
    }

    /// What others changed and so stays as it is; one sentence each, "Ana changed Status code of GET /orders since; it
    /// stays 404."
    static List<String> left(List<TakeBack.Left> left, Environment environment) {
        List<String> sentences = left.stream()
                .limit(MAX_NAMED)
                .map(one -> sentence(one, environment))
                .collect(Collectors.toCollection(ArrayList::new));
        if (left.size() > MAX_NAMED) {
            sentences.add("%,d more stay as others made them.".formatted(left.size() - MAX_NAMED));
        }
        return List.copyOf(sentences);
    }

    private static String sentence(TakeBack.Left left, Environment environment) {
        Node node = environment.find(left.node()).orElse(null);
        if (node == null) {
            return left.by() + " changed something else there since.";
        }
        String name = NodeNames.fullName(environment, node);
        Field<?> field =
                left.field().flatMap(key -> Schema.field(node.kind(), key)).orElse(null);
        return field == null
                ? "%s moved %s since; it stays where it is.".formatted(left.by(), name)
                : "%s changed %s of %s since; it stays%s."
                        .formatted(left.by(), field.label(), name, value(node.plain(field)));
    }

    /// Values that are no words stay "as it is".
    private static String value(Object value) {
        return switch (value) {
            case String text
            when text.length() <= MAX_VALUE && !text.isBlank() && text.indexOf('\n') < 0 -> " “" + text + "”";
            case Number number -> " " + number;
            case Boolean on -> on ? " on" : " off";
            default -> " as it is";
        };
    }

    private static String joined(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /// What a form has to know of it.
    static SubmitResult result(Undone undone, Environment environment) {
        return switch (undone) {
            case Undone.Done(String _, var receipt, List<TakeBack.Left> left) ->
                new SubmitResult.Done(receipt.revision(), left(left, environment));
            case Undone.NothingLeft(String _, long _, List<TakeBack.Left> left, boolean _) ->
                new SubmitResult.Nothing(left(left, environment));
            case Undone.InTheWay(String _, List<String> names) -> new SubmitResult.Refused(inTheWay(names));
            case Undone.Refused(String why) -> new SubmitResult.Refused(why);
        };
    }
}
