package dev.understudy.environment;

/// The bounds of one environment. Whatever would exceed one is refused with the limit and the value.
public final class Limits {

    /// All texts of an environment together, in UTF-8 bytes, plus [#NODE_OVERHEAD_BYTES] for each node.
    public static final long MAX_ENVIRONMENT_BYTES = 15L * 1024 * 1024;

    public static final int MAX_NODES = 50_000;

    /// One long text (a body, a bucket's value, a documentation), in UTF-16 code units.
    public static final int MAX_LONG_TEXT = 5 * 1024 * 1024;

    /// One short text (a name, a path, a header), in UTF-16 code units.
    public static final int MAX_SHORT_TEXT = 32 * 1024;

    /// Folders inside folders.
    public static final int MAX_FOLDER_DEPTH = 50;

    /// The content of one file. It counts for nothing else: a document holds its hash.
    public static final int MAX_FILE_BYTES = 10 * 1024 * 1024;

    /// Of one environment.
    public static final int MAX_FILES = 500;

    /// Of one environment, the contents of all files together.
    public static final long MAX_TOTAL_FILE_BYTES = 100L * 1024 * 1024;

    static final int NODE_OVERHEAD_BYTES = 64;

    private Limits() {}
}
