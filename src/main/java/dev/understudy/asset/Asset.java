package dev.understudy.asset;

import java.time.Instant;

/// An uploaded file, without its content.
///
/// @param size in bytes
/// @param uploadedBy the name of the person
public record Asset(AssetPath path, int size, Instant uploadedAt, String uploadedBy) {}
