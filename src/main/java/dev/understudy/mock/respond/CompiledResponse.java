package dev.understudy.mock.respond;

import dev.understudy.environment.NodeId;
import dev.understudy.mock.text.TextTemplate;
import dev.understudy.mock.wire.HeaderSheet;
import java.util.List;
import java.util.Optional;

/// A response, its texts read once.
///
/// @param delayMillis of environment and response
/// @param sheet the headers of environment and response, where they are the same for all requests; not to be written to
/// @param templating whether texts of bodies and files are rendered
/// @param attachment whether a file is offered for saving
/// @param fallsBack whether a missing file is 404
/// @param idTemplate what makes the ids of new items, where the bucket has that
/// @param prepared the finished answer, where it is the same for all requests
public record CompiledResponse(
        NodeId id,
        int status,
        int delayMillis,
        HeaderTemplates headers,
        Optional<HeaderSheet> sheet,
        BodySource body,
        boolean templating,
        boolean attachment,
        boolean fallsBack,
        List<CompiledCallback> callbacks,
        Optional<TextTemplate> idTemplate,
        Optional<PreparedAnswer> prepared) {}
