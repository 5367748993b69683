package dev.understudy.mock.crud;

import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import dev.understudy.template.scope.Budget;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a request wants done.
///
/// @param id from the path; empty if its path has none
/// @param payload the parsed body, or its text, or an empty object
/// @param key the path of the property that tells items apart
/// @param madeId what the bucket's own template for ids gives for a new item, if it has one
public record CrudRequest(
        CrudAction action,
        String id,
        JsObject query,
        JsValue payload,
        String key,
        Optional<JsValue> madeId,
        RandomGenerator random,
        Budget budget) {}
