package dev.understudy.mock.respond;

import dev.understudy.environment.NodeId;
import dev.understudy.template.scope.Mention;

/// A data bucket that a text of the document names.
public record BucketMention(NodeId node, String field, Mention mention) {}
