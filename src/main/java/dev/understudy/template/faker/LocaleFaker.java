package dev.understudy.template.faker;

import dev.understudy.js.JsArray;
import dev.understudy.js.JsValue;
import dev.understudy.js.JsValue.Text;
import dev.understudy.template.scope.Budget;
import dev.understudy.template.scope.Faker;
import dev.understudy.template.scope.TemplateException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Makes up data in the language of a locale. Any thread may call it, if its generator is safe for threads; one with a
/// seed then gives the same values in the same order to calls that come one after the other.
public final class LocaleFaker implements Faker {

    private static final int ITEMS_PER_STEP = 32;
    private static final int CHARACTERS_PER_STEP = 64;

    /// The locale of mocks that name none.
    public static final String DEFAULT_LOCALE = "en";

    private static final Map<String, FakerMethod> METHODS = methods();

    private final WordLists words;
    private final Chance chance;
    private final Clock clock;

    /// Of a locale by its name in faker-js, such as `de_AT`. One that is not known is English.
    public LocaleFaker(String locale, RandomGenerator random, Clock clock) {
        words = WordLists.of(Locales.isKnown(locale) ? locale : DEFAULT_LOCALE);
        chance = new Chance(random);
        this.clock = clock;
    }

    /// The names of all methods, as `module.method`.
    public static Set<String> names() {
        return new TreeSet<>(METHODS.keySet());
    }

    static Optional<FakerMethod> method(String name) {
        return Optional.ofNullable(METHODS.get(name));
    }

    @Override
    public boolean knows(String method) {
        return isMethod(method);
    }

    /// Whether there is a method of this name, in whatever locale.
    public static boolean isMethod(String method) {
        return METHODS.containsKey(method) || METHODS.containsKey(renamed(method));
    }

    @Override
    public Optional<JsValue> call(String name, List<JsValue> arguments, Budget budget) throws TemplateException {
        FakerMethod method = METHODS.getOrDefault(name, METHODS.get(renamed(name)));
        if (method == null) {
            return Optional.empty();
        }
        budget.step(1);
        for (JsValue argument : arguments) {
            budget.step(cost(argument));
        }
        return Optional.of(method.make(new Ask(arguments, chance, words, clock, budget)));
    }

    /// Of a list one item is chosen; whatever else is given may be looked through.
    private static long cost(JsValue argument) {
        return argument instanceof JsArray list
                ? list.size() / ITEMS_PER_STEP
                : argument.weight() / CHARACTERS_PER_STEP;
    }

    /// Two modules had other names once.
    private static String renamed(String name) {
        if (name.startsWith("name.")) {
            return "person." + name.substring("name.".length());
        }
        return name.startsWith("address.") ? "location." + name.substring("address.".length()) : name;
    }

    private static Map<String, FakerMethod> methods() {
        Map<String, FakerMethod> methods = new HashMap<>();
        for (String key : OwnWords.textKeys()) {
            if (!key.contains("_")) {
                methods.put(key, ask -> new Text(ask.word(key)));
            }
        }
        for (String key : OwnWords.thingKeys()) {
            methods.put(key, ask -> ask.words().thing(key, ask.chance()));
        }
        methods.putAll(NumberModule.METHODS);
        methods.putAll(Strings.METHODS);
        methods.putAll(Dates.METHODS);
        methods.putAll(Lists.METHODS);
        methods.putAll(Patterns.METHODS);
        methods.putAll(Persons.METHODS);
        methods.putAll(LocationModule.METHODS);
        methods.putAll(Internet.METHODS);
        methods.putAll(WordModule.METHODS);
        methods.putAll(Colors.METHODS);
        methods.putAll(Commerce.METHODS);
        methods.putAll(Finance.METHODS);
        methods.putAll(Images.METHODS);
        methods.putAll(Machines.METHODS);
        methods.putAll(Travel.METHODS);
        return Map.copyOf(methods);
    }
}
