package dev.understudy.format.openapi;

import dev.understudy.environment.Limits;
import dev.understudy.js.JsArray;
import dev.understudy.js.JsObject;
import dev.understudy.js.JsValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one document of YAML 1.2 into values, from the parser's events, so that nothing but the values is kept. What
/// an alias stands for is shared, not copied. Used by one thread, once.
final class YamlReader {

    /// Mappings and lists in each other.
    static final int MAX_NESTING = 200;

    /// Values, those that aliases stand for counted as often as they do.
    static final long MAX_VALUES = 5_000_000;

    /// In steps: it takes much more than a look at a value.
    private static final int EFFORT_OF_AN_EVENT = 16;

    private record Known(JsValue value, long size) {}

    private final Iterator<Event> events;
    private final Map<Anchor, Known> known = new HashMap<>();
    private final LongConsumer effort;
    private long size;

    private YamlReader(String text, LongConsumer effort) {
        this.effort = effort;
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Math.toIntExact(2 * Limits.MAX_ENVIRONMENT_BYTES))
                .build();
        events = new Parse(settings).parseString(text).iterator();
    }

    /// @throws Unreadable if it is malformed, has more than one document, or goes beyond a limit
    static JsValue read(String text, LongConsumer effort) {
        try {
            return new YamlReader(text, effort).document();
        } catch (MarkedYamlEngineException e) {
            throw new Unreadable(e.getProblemMark().map(YamlReader::place).orElse(""), sentence(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new Unreadable(
                    "",
                    sentence(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private JsValue document() {
        Event start = events.next();
        while (start.getEventId() != Event.ID.DocumentStart && events.hasNext()) {
            start = events.next();
        }
        if (!events.hasNext()) {
            return JsValue.Undefined.UNDEFINED;
        }
        JsValue value = value(events.next(), 0);
        events.next();
        Event end = events.next();
        if (end.getEventId() == Event.ID.DocumentStart) {
            throw at(end, "The file has several YAML documents. Put each into a file of its own.");
        }
        return value;
    }

    private JsValue value(Event event, int level) {
        requireLevel(event, level);
        if (event instanceof AliasEvent alias) {
            return aliased(alias, level);
        }
        long before = size;
        count(event, 1);
        JsValue value = event instanceof ScalarEvent scalar
                ? YamlScalar.value(scalar)
                : event.getEventId() == Event.ID.SequenceStart ? list(level) : mapping(level);
        if (event instanceof NodeEvent node) {
            node.getAnchor().ifPresent(anchor -> known.put(anchor, new Known(value, size - before)));
        }
        return value;
    }

    private JsValue aliased(AliasEvent alias, int level) {
        Known target = known.get(alias.getAlias());
        if (target == null) {
            throw at(
                    alias,
                    "The alias “%s” stands for nothing that is complete before it. Write out what it means."
                            .formatted(alias.getAlias()));
        }
        requireLevel(alias, level + target.value().depth());
        count(alias, target.size());
        return target.value();
    }

    private static void requireLevel(Event event, int level) {
        if (level > MAX_NESTING) {
            throw at(
                    event,
                    "Lists and mappings lie more than %d deep in each other. Flatten them and import the file again."
                            .formatted(MAX_NESTING));
        }
    }

    private void count(Event event, long values) {
        effort.accept(EFFORT_OF_AN_EVENT);
        size += values;
        if (size > MAX_VALUES) {
            throw at(
                    event,
                    "The YAML stands for more than %,d values, which is the limit. Split it, or take out what is not needed."
                            .formatted(MAX_VALUES));
        }
    }

    private JsArray list(int level) {
        List<JsValue> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(value(event, level + 1));
        }
        return JsArray.of(items);
    }

    private JsObject mapping(int level) {
        JsObject.Builder mapping = JsObject.builder();
        Set<String> names = new HashSet<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            JsValue key = value(event, level + 1);
            JsValue value = value(events.next(), level + 1);
            String name = name(key);
            if (!names.add(name)) {
                throw at(event, "The name “%s” stands twice in one mapping. Take one of them out.".formatted(name));
            }
            mapping.set(name, value);
        }
        return mapping.build();
    }

    /// Keys need not be texts in YAML; those of a list or a mapping get a name that nobody looks for.
    private static String name(JsValue key) {
        return key == JsValue.Null.NULL ? "" : key.depth() > 0 ? "[object]" : LenientValues.text(key);
    }

    private static Unreadable at(Event event, String sentence) {
        return new Unreadable(event.getStartMark().map(YamlReader::place).orElse(""), sentence);
    }

    private static String place(Mark mark) {
        return "line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String sentence(@Nullable String problem) {
        String words = Optional.ofNullable(problem).map(String::strip).orElse("");
        return "The file is not valid YAML" + (words.isEmpty() ? "" : ": " + YamlMistake.words(words)) + ".";
    }
}
