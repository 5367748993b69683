package dev.understudy.collab;

import dev.understudy.edit.Note;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Notes as the log keeps them.
final class NoteJson {

    private NoteJson() {}

    static ArrayNode write(List<Note> notes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        notes.forEach(note -> array.addObject().put("edit", note.edit()).put("message", note.message()));
        return array;
    }

    static List<Note> read(JsonNode array) {
        List<Note> notes = new ArrayList<>();
        array.forEach(note -> notes.add(
                new Note(note.path("edit").intValue(), note.path("message").asString())));
        return notes;
    }
}
