package dev.understudy.history.activity;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import dev.understudy.environment.Schema;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.JSONB;

/// Finds a text in what changes of the log are about: in their summaries, in the names that their nodes have now, and
/// in
/// the values from before and after. Ids, the names of fields and the like are not looked at. Looking into values
/// reads all of a change, so it is for a bounded number of them.
final class TextFilter {

    private static final String[] NAMES = Stream.of(
                    Schema.FOLDER_NAME,
                    Schema.ROUTE_ENDPOINT,
                    Schema.RESPONSE_LABEL,
                    Schema.HEADER_KEY,
                    Schema.BUCKET_NAME,
                    Schema.CALLBACK_NAME,
                    Schema.FILE_PATH)
            .map(dev.understudy.environment.Field::key)
            .distinct()
            .toArray(String[]::new);

    private TextFilter() {}

    /// @param text not empty; in any case
    /// @param edits of a change, as the log keeps them
    static Condition of(
            String text, Field<UUID> branch, Field<Long> revision, Field<String> summary, Field<JSONB> edits) {
        Field<String> pattern = val("%" + escaped(text.toLowerCase(Locale.ROOT)) + "%");
        return summary.containsIgnoreCase(text)
                .or(condition("""
                        exists (select from change_node join node using (branch_id, node_id)
                          cross join unnest({1}) as names(key)
                          where change_node.branch_id = {2} and change_node.revision = {3} and node.parent_id is not null
                            and lower(node.fields ->> names.key) like {0} escape '!')
                        """, pattern, val(NAMES), branch, revision))
                .or(condition("""
                        exists (select from unnest(array['$[*].value', '$[*].fields.*', '$[*].inverse[*].value',
                            '$[*].inverse[*].fields.*']::jsonpath[]) as places(place)
                          cross join jsonb_path_query({1}, place) as found(value)
                          where lower(value #>> array[]::text[]) like {0} escape '!')
                        """, pattern, edits))
                .or(condition("""
                        exists (select from unnest(array['$[*].changes[*][*]', '$[*].inverse[*].changes[*][*]']::jsonpath[])
                            as places(place)
                          cross join jsonb_path_query({1}, place) as found(value)
                          where jsonb_typeof(value) = 'string' and lower(value #>> array[]::text[]) like {0} escape '!')
                        """, pattern, edits));
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
