package dev.understudy.template.scope;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// All that a template may see of the world while it is rendered. Made anew for each rendering.
///
/// @param request empty where there is none; helpers that ask for one are then unknown
/// @param status what the helper `status` sets; empty where that helper is unknown
/// @param environmentVariable the value of a variable of the operator, by its name with or without the
///     prefix of such variables
/// @param clock its zone is the one in which dates are told
public record Scope(
        Optional<RequestView> request,
        Optional<StatusChoice> status,
        Buckets buckets,
        GlobalVariables globals,
        Function<String, Optional<String>> environmentVariable,
        Faker faker,
        Clock clock,
        RandomGenerator random,
        Budget budget) {}
