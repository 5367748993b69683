package dev.understudy.observed;

import dev.understudy.environment.FileContent;
import dev.understudy.environment.HttpMethod;
import java.nio.charset.StandardCharsets;

/// A request that another server answered, and its last answer.
///
/// @param path as it was asked for, escapes and the prefix of the mock included; starts with a slash
/// @param times how often it was asked for
/// @param otherwise how often the answer was another one than the time before
public record Observed(
        HttpMethod method, String path, Traits traits, Sent sent, Answer answer, int times, int otherwise) {

    /// The same for requests that nothing tells apart: 64 hexadecimal digits.
    public String key() {
        StringBuilder text = new StringBuilder(method.name()).append(' ').append(path);
        traits.told()
                .forEach(trait -> text.append('\n')
                        .append(trait.target())
                        .append(' ')
                        .append(trait.name().length())
                        .append(' ')
                        .append(trait.name())
                        .append(' ')
                        .append(trait.value()));
        text.append('\n').append(traits.rest());
        return FileContent.of(text.toString().getBytes(StandardCharsets.UTF_8)).hash();
    }

    /// The request once more, with what it was answered this time.
    public Observed then(Answer later) {
        return new Observed(method, path, traits, sent, later, times + 1, otherwise + (later.isLike(answer) ? 0 : 1));
    }
}
