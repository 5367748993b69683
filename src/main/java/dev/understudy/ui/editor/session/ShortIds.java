package dev.understudy.ui.editor.session;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Field;
import dev.understudy.environment.Node;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The short ids by which templates and files name data buckets and callbacks: four letters or digits. Pure.
final class ShortIds {

    private static final int LENGTH = 4;
    private static final int RADIX = 36;

    private ShortIds() {}

    /// One that no other node of the list has.
    static String fresh(Environment environment, Slot slot, RandomGenerator chance) {
        Field<String> field = slot == Slot.BUCKETS ? Schema.BUCKET_ID : Schema.CALLBACK_ID;
        Set<String> taken = environment.children(environment.root().id(), slot).stream()
                .map((Node node) -> node.get(field))
                .collect(Collectors.toSet());
        String id = draw(chance);
        while (taken.contains(id)) {
            id = draw(chance);
        }
        return id;
    }

    private static String draw(RandomGenerator chance) {
        StringBuilder id = new StringBuilder();
        while (id.length() < LENGTH) {
            id.append(Character.forDigit(chance.nextInt(RADIX), RADIX));
        }
        return id.toString();
    }
}
