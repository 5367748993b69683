package dev.understudy.mock.exchange;

import dev.understudy.environment.NodeId;

/// What in the document an answer came from.
///
/// @param path the route's path as its author wrote it, prefix included
public record Origin(NodeId route, NodeId response, String path) {}
