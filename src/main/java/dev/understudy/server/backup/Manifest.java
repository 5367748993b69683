package dev.understudy.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a backup says about itself, in its entry `manifest.json`, which is the last to be written.
///
/// @param format of the file; see [#FORMAT]
/// @param application the version that wrote it
/// @param schema the version of the database's schema, as the migrations are numbered
/// @param takenAt when; what was committed before that is in it, and nothing else
/// @param tables each after those that it refers to
/// @param sequences the last number that each one gave
record Manifest(
        int format,
        String application,
        String schema,
        String takenAt,
        List<Contents> tables,
        Map<String, Long> sequences) {

    static final String ENTRY = "manifest.json";

    /// The form that this version writes, and the newest that it reads.
    static final int FORMAT = 1;

    /// One table, whose rows are in the entry `tables/<name>` as PostgreSQL's COPY writes them as text.
    ///
    /// @param sha256 of those bytes, in hexadecimal
    record Contents(String name, List<String> columns, long rows, String sha256) {

        String entry() {
            return entryOf(name);
        }

        Table table() {
            return new Table(name, columns);
        }
    }

    static String entryOf(String table) {
        return "tables/" + table;
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /// @throws JacksonException if it is none
    static Manifest read(InputStream json) throws IOException {
        return JSON.readValue(json.readAllBytes(), Manifest.class);
    }

    long rows() {
        return tables.stream().mapToLong(Contents::rows).sum();
    }
}
