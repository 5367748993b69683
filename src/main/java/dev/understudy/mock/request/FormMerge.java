package dev.understudy.mock.request;

import dev.understudy.mock.request.FormTree.Fields;
import dev.understudy.mock.request.FormTree.Items;
import dev.understudy.mock.request.FormTree.Leaf;
import java.util.List;
import java.util.Map;

/// Puts the trees of a form's names together, with the results of the JavaScript library qs where names meet.
///
/// @param maxItems longer arrays become objects
record FormMerge(int maxItems) {

    /// Adds a tree to the whole.
    void into(Fields root, FormTree source) {
        merge(root, source);
    }

    private FormTree merge(FormTree target, FormTree source) {
        if (source instanceof Leaf leaf) {
            return leaf.isEmptyText() ? target : mergeLeaf(target, leaf);
        }
        if (target instanceof Leaf leaf) {
            return aroundLeaf(leaf, source);
        }
        if (target instanceof Items items && source instanceof Items others) {
            return mergeItems(items, others);
        }
        Fields fields = target instanceof Items items ? items.asFields() : (Fields) target;
        Fields others = source instanceof Items items ? items.asFields() : (Fields) source;
        for (Map.Entry<String, FormTree> other : others.members.entrySet()) {
            FormTree before = fields.members.get(other.getKey());
            fields.members.put(other.getKey(), before == null ? other.getValue() : merge(before, other.getValue()));
        }
        if (others.wasTooLong()) {
            fields.tooLong(Math.max(fields.last(), others.last()));
        }
        return fields;
    }

    private FormTree mergeLeaf(FormTree target, Leaf source) {
        return switch (target) {
            case Items items -> {
                items.add(source);
                yield bounded(items);
            }
            case Fields fields
            when fields.wasTooLong() -> {
                fields.addLast(source);
                yield fields;
            }
            case Fields fields -> Items.of(List.of(fields, source));
            case Leaf leaf -> Items.of(List.of(leaf, source));
        };
    }

    private FormTree aroundLeaf(Leaf first, FormTree source) {
        if (source instanceof Fields fields && fields.wasTooLong()) {
            Fields shifted = new Fields().tooLong(0);
            shifted.members.put("0", first);
            fields.members.values().forEach(shifted::addLast);
            return shifted;
        }
        Items items = Items.of(List.of(first));
        if (source instanceof Items others) {
            others.at().values().forEach(items::add);
        } else {
            items.add(source);
        }
        return bounded(items);
    }

    private FormTree mergeItems(Items items, Items others) {
        others.at().forEach((index, other) -> {
            FormTree before = items.at().get(index);
            if (before == null) {
                items.at().put(index, other);
            } else if (before instanceof Leaf || other instanceof Leaf) {
                items.add(other);
            } else {
                items.at().put(index, merge(before, other));
            }
        });
        return bounded(items);
    }

    private FormTree bounded(Items items) {
        return items.length() > maxItems ? items.asFields().tooLong(items.length() - 1) : items;
    }
}
