package dev.understudy.mock.bucket;

import java.util.List;
import java.util.regex.Pattern;

/// What the texts of an environment tell of buckets without being rendered. The patterns are those of the reference,
/// oddities included, because files rely on what they find and what they miss.
public final class BucketText {

    private static final Pattern ASKS_THE_REQUEST = Pattern.compile("\\{{2,3}[#(~\\s\\w ]*"
            + "((?<!\\w)bodyRaw|body|method|ip|urlParams|urlParam|queryParamRaw|queryParams|queryParam"
            + "|headers|header|cookie|baseUrl|hostname)[)} ~]+");

    private static final Pattern REFERENCE = Pattern.compile("data(?:Raw)? +['|\"]([^('|\")]*)");

    private BucketText() {}

    /// Whether the text of a bucket can be rendered only when there is a request.
    public static boolean needsRequest(String text) {
        return ASKS_THE_REQUEST.matcher(text).find();
    }

    /// The buckets that a template asks for by name or id, in the order of the text.
    public static List<String> references(String text) {
        return text.contains("data")
                ? REFERENCE.matcher(text).results().map(found -> found.group(1)).toList()
                : List.of();
    }
}
