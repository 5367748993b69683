package dev.understudy.asset;

import dev.understudy.environment.AssetPath;
import dev.understudy.environment.FileContent;
import java.util.Optional;

/// A file of an environment, without its content.
///
/// @param stored empty if its content is not on this server
public record Asset(AssetPath path, FileContent content, Optional<Stored> stored) {}
