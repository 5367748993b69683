package dev.understudy.observed;

import dev.understudy.environment.FileContent;
import dev.understudy.traffic.HeaderLine;
import java.util.List;
import java.util.Optional;

/// What a server answered, without what is true of one moment or one connection only.
///
/// @param headers that a mock is to send as well
/// @param content what the body is, decompressed; texts in UTF-8
/// @param text whether it can be the text of a response; else it has to be a file
/// @param secret names of the headers that were left out because they hold secrets
public record Answer(int status, List<HeaderLine> headers, FileContent content, boolean text, List<String> secret) {

    public Answer {
        headers = List.copyOf(headers);
        secret = List.copyOf(secret);
    }

    /// Whether a client would take it for the same.
    boolean isLike(Answer other) {
        return status == other.status && content.equals(other.content);
    }

    /// What it says its body is, without parameters, in lower case; empty if it does not say.
    public String type() {
        return header("content-type").map(MediaType::bare).orElse("");
    }

    Optional<String> header(String name) {
        return HeaderLine.first(headers, name);
    }
}
