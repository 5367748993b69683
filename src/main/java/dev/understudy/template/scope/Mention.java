package dev.understudy.template.scope;

/// Something outside of a template that it names in so many words, and without which it does not do what is meant.
///
/// @param name as it was written; empty if it is missing
/// @param line counted from 1
public record Mention(Subject subject, String name, int line) {

    public enum Subject {
        /// A data bucket, by id or name.
        BUCKET,
        /// A method of the faker.
        FAKER_METHOD,
        /// A partial that the template does not define itself.
        PARTIAL
    }
}
