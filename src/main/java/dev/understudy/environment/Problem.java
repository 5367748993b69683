package dev.understudy.environment;

import java.util.Optional;

/// Something about a document that its author should know: where, and in words what and what to do.
///
/// @param severity how bad it is
/// @param place where in the file or document, as a JSON pointer (`/routes/3/method`); empty if it is all of it
/// @param node the node it is about, if there is one
/// @param field the key of the field it is about; empty if it is the whole node
/// @param message one or two sentences
/// @param stretch where in the text of the field, if it is about a part of that
public record Problem(
        Severity severity,
        String place,
        Optional<NodeId> node,
        String field,
        String message,
        Optional<Stretch> stretch) {

    /// A part of a text, in UTF-16 code units.
    public record Stretch(int from, int to) {}

    /// About a whole node, field or file.
    public Problem(Severity severity, String place, Optional<NodeId> node, String field, String message) {
        this(severity, place, node, field, message, Optional.empty());
    }

    /// The same about a part of the field's text.
    public Problem at(int from, int to) {
        return new Problem(severity, place, node, field, message, Optional.of(new Stretch(from, to)));
    }

    public enum Severity {
        /// Something was mended or left out; the rest is as it was.
        REPAIRED,
        /// It works, but perhaps not as meant.
        WARNING,
        /// This part does not work.
        ERROR
    }

    public static Problem inFile(Severity severity, String place, String message) {
        return new Problem(severity, place, Optional.empty(), "", message);
    }

    public static Problem atField(NodeId node, String field, String message) {
        return new Problem(Severity.ERROR, "", Optional.of(node), field, message);
    }
}
