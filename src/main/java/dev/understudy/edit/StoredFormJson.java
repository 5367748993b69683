package dev.understudy.edit;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// The forms in which edits and the fields of nodes were ever stored, numbered from 1. Stored rows are never rewritten:
/// what is in an older form is brought up step by step when it is read. A step must leave alone what is in the later
/// form already, since an older process writes back, in its own form, what it read of a newer one.
public final class StoredFormJson {

    /// The form in which this version writes.
    public static final short CURRENT = 1;

    /// From each form to the one after it, the first one first.
    private static final List<Step> STEPS = List.of();

    private StoredFormJson() {}

    /// What changed from one form to the next.
    ///
    /// @param edit takes one edit of the log
    /// @param fields takes the fields of one node
    record Step(UnaryOperator<JsonNode> edit, UnaryOperator<JsonNode> fields) {}

    /// The fields of a node, in the current form; as they are if they are in a later one.
    public static JsonNode fields(int form, JsonNode fields) {
        return bring(fields, form, STEPS, Step::fields);
    }

    static JsonNode edit(int form, JsonNode edit) {
        return bring(edit, form, STEPS, Step::edit);
    }

    static JsonNode bring(JsonNode stored, int form, List<Step> steps, Function<Step, UnaryOperator<JsonNode>> part) {
        JsonNode brought = stored;
        for (Step step : steps.subList(Math.min(form - 1, steps.size()), steps.size())) {
            brought = part.apply(step).apply(brought);
        }
        return brought;
    }
}
