package dev.understudy.mock.state;

import dev.understudy.environment.MemoryBudget;
import dev.understudy.template.scope.Faker;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// All that a running mock may see of the world outside its document. Each part may be called by any thread.
///
/// @param clock its zone is the one in which dates are told
/// @param environmentVariable the value of a variable that the operator lends to mocks, by its name with or without the
///     prefix of such variables
/// @param publicBaseUrl scheme, host and port by which clients reach the mock, without a slash at the end;
///        empty if they reach it as they say in `Host`
/// @param memory what it may hold
public record MockWorld(
        Clock clock,
        RandomGenerator random,
        Faker faker,
        Function<String, Optional<String>> environmentVariable,
        MockFiles files,
        Optional<String> publicBaseUrl,
        MemoryBudget memory) {}
