package dev.understudy.environment;

/// A file of a document: where it is and which content it has. The content itself is stored beside the document.
public record FileEntry(NodeId node, AssetPath path, FileContent content) {

    /// What a node of [Kind#FILE] says.
    public static FileEntry of(Node file) {
        return new FileEntry(file.id(), file.get(Schema.FILE_PATH), file.get(Schema.FILE_CONTENT));
    }
}
