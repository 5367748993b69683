package dev.understudy.hosting.admin;

import dev.understudy.environment.MemoryBudget;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The environment variables that one mock sees: those of the server that begin with the operator's prefix, and those
/// that were set through the listener's admin API, which stay in this listener. Any thread may call it.
public final class LentVariables {

    /// Names and values that may be set, together, in characters.
    static final int MAX_CHARACTERS = 1_000_000;

    private final String prefix;
    private final UnaryOperator<@Nullable String> operators;
    private final MemoryBudget memory;
    private final Map<String, String> own = new ConcurrentHashMap<>();
    private long characters;

    public LentVariables(String prefix, UnaryOperator<@Nullable String> operators, MemoryBudget memory) {
        this.memory = memory;
        this.prefix = prefix;
        this.operators = operators;
    }

    /// The name with the prefix.
    String fullName(String name) {
        return name.startsWith(prefix) ? name : prefix + name;
    }

    /// The value of a variable, by its name with or without the prefix.
    public Optional<String> get(String name) {
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        String full = fullName(name);
        String set = own.get(full);
        return Optional.ofNullable(set != null ? set : operators.apply(full));
    }

    /// Whether mocks see variables at all.
    boolean isOpen() {
        return !prefix.isEmpty();
    }

    /// Sets a variable for this mock. False if there would be too much of them.
    synchronized boolean set(String name, String value) {
        String full = fullName(name);
        String old = own.get(full);
        long more = full.length() + value.length() - (old == null ? 0L : full.length() + old.length());
        if (!isOpen() || characters + more > MAX_CHARACTERS || !memory.change(more * Character.BYTES)) {
            return false;
        }
        characters += more;
        own.put(full, value);
        return true;
    }
}
