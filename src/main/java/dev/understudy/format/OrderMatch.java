package dev.understudy.format;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Slot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Order keys for a list in its wanted order that leave as many nodes as possible where they are.
final class OrderMatch {

    /// In steps, roughly: finding its old key, its place among those that stay, and making a key.
    private static final int EFFORT_OF_A_NODE = 64;

    private OrderMatch() {}

    /// @param wanted all nodes of the list, in order; those that stand in the list already may keep their keys
    /// @param effort told of the steps of the work
    static Map<NodeId, OrderKey> keys(
            Environment current, NodeId parent, Slot slot, List<NodeId> wanted, LongConsumer effort) {
        effort.accept((long) EFFORT_OF_A_NODE * wanted.size());
        List<@Nullable OrderKey> old = wanted.stream()
                .<@Nullable OrderKey>map(id -> oldKey(current, parent, slot, id))
                .toList();
        boolean[] kept = longestRise(old);
        @Nullable OrderKey[] keys = new OrderKey[wanted.size()];
        int gap = 0;
        OrderKey before = null;
        for (int index = 0; index < keys.length; index++) {
            OrderKey key = kept[index] ? old.get(index) : null;
            if (key != null) {
                keys[index] = key;
                fill(keys, gap, index, before, key);
                gap = index + 1;
                before = key;
            }
        }
        fill(keys, gap, keys.length, before, null);
        Map<NodeId, OrderKey> byNode = new HashMap<>();
        for (int index = 0; index < keys.length; index++) {
            byNode.put(wanted.get(index), Objects.requireNonNull(keys[index]));
        }
        return byNode;
    }

    /// Keys from `from` up to `to` between two bounds, halving, so that many new rows do not make long keys.
    private static void fill(
            @Nullable OrderKey[] keys, int from, int to, @Nullable OrderKey before, @Nullable OrderKey after) {
        if (after == null) {
            OrderKey last = before;
            for (int index = from; index < to; index++) {
                last = OrderKey.between(last, null);
                keys[index] = last;
            }
        } else if (before == null) {
            OrderKey first = after;
            for (int index = to - 1; index >= from; index--) {
                first = OrderKey.between(null, first);
                keys[index] = first;
            }
        } else if (from < to) {
            int at = (from + to) / 2;
            OrderKey key = OrderKey.between(before, after);
            keys[at] = key;
            fill(keys, from, at, before, key);
            fill(keys, at + 1, to, key, after);
        }
    }

    private static @Nullable OrderKey oldKey(Environment current, NodeId parent, Slot slot, NodeId id) {
        Optional<Node> node = current.find(id);
        return node.isPresent()
                        && parent.equals(node.get().parent())
                        && node.get().slot() == slot
                ? node.get().order()
                : null;
    }

    /// Marks a longest strictly rising subsequence, by patience sorting; nodes without key are no part of it.
    private static boolean[] longestRise(List<@Nullable OrderKey> keys) {
        int[] tails = new int[keys.size()];
        int[] previous = new int[keys.size()];
        int length = 0;
        for (int index = 0; index < keys.size(); index++) {
            OrderKey key = keys.get(index);
            if (key != null) {
                int pile = pileFor(keys, tails, length, key);
                previous[index] = pile == 0 ? -1 : tails[pile - 1];
                tails[pile] = index;
                length = Math.max(length, pile + 1);
            }
        }
        boolean[] kept = new boolean[keys.size()];
        for (int at = length == 0 ? -1 : tails[length - 1]; at >= 0; at = previous[at]) {
            kept[at] = true;
        }
        return kept;
    }

    private static int pileFor(List<@Nullable OrderKey> keys, int[] tails, int piles, OrderKey key) {
        int low = 0;
        int high = piles;
        while (low < high) {
            int middle = (low + high) >>> 1;
            OrderKey top = keys.get(tails[middle]);
            if (top != null && top.compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
