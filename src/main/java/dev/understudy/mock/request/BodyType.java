package dev.understudy.mock.request;

import java.util.regex.Pattern;

/// The types of bodies that are parsed, told from a `Content-Type`.
public enum BodyType {
    JSON,
    FORM,
    MULTIPART,
    XML,
    OTHER;

    private static final Pattern JSON_LIKE = Pattern.compile("application/.*\\+json", Pattern.CASE_INSENSITIVE);

    /// The type that a value names, somewhere in it. Upper case is not the same: who does not care, folds before.
    public static BodyType of(String contentType) {
        if (contentType.contains("application/json")
                || JSON_LIKE.matcher(contentType).find()) {
            return JSON;
        }
        if (contentType.contains("application/x-www-form-urlencoded")) {
            return FORM;
        }
        if (contentType.contains("multipart/form-data")) {
            return MULTIPART;
        }
        boolean xml = contentType.contains("application/xml")
                || contentType.contains("application/soap+xml")
                || contentType.contains("text/xml");
        return xml ? XML : OTHER;
    }
}
