package dev.understudy.server;

import java.util.Optional;

/// Something a person has to do before Understudy is of use, told on the console when it is ready. Beans of this
/// type are asked in their `@Order`; the first that has something to say is the one that is printed.
@FunctionalInterface
public interface FirstStep {

    /// One sentence, with the link to follow if there is one, or nothing if this step is done.
    Optional<String> sentence();
}
