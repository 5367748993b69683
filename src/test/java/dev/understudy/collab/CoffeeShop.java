package dev.understudy.collab;

import dev.understudy.edit.Change;
import dev.understudy.edit.Edit;
import dev.understudy.edit.TextChange;
import dev.understudy.environment.Environment;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Node;
import dev.understudy.environment.NodeId;
import dev.understudy.environment.OrderKey;
import dev.understudy.environment.Schema;
import dev.understudy.environment.Slot;
import dev.understudy.team.Access;
import dev.understudy.team.Actor;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// A small environment with two responses, "hello" and "bye", and somebody who edits it.
final class CoffeeShop {

    private static final Random CHANCE = new Random();

    final NodeId root = NodeId.random(CHANCE);
    final NodeId hello = NodeId.random(CHANCE);
    final NodeId bye = NodeId.random(CHANCE);
    final Access access;
    private final AtomicLong seq = new AtomicLong();

    CoffeeShop(TestProcess process, Actor owner) {
        NodeId route = NodeId.random(CHANCE);
        EnvironmentId environment = process.create(
                owner,
                Environment.of(Node.root(root))
                        .with(Node.of(route, Kind.ROUTE, root, Slot.CHILDREN, OrderKey.FIRST))
                        .with(Node.of(hello, Kind.RESPONSE, route, Slot.RESPONSES, OrderKey.FIRST)
                                .with(Schema.RESPONSE_DEFAULT, true)
                                .with(Schema.RESPONSE_BODY, "hello"))
                        .with(Node.of(bye, Kind.RESPONSE, route, Slot.RESPONSES, new OrderKey("a1"))
                                .with(Schema.RESPONSE_BODY, "bye")));
        access = TestProcess.access(environment, owner);
    }

    /// A change of one edit, from a client that has never been heard of.
    Change at(long base, Edit edit) {
        return new Change("client-" + seq.incrementAndGet(), 1, base, List.of(edit));
    }

    static Edit label(NodeId response, String label) {
        return new Edit.Set(response, "label", label);
    }

    static Edit type(NodeId response, String from, String to) {
        return new Edit.Splice(response, "body", TextChange.between(from, to));
    }

    static String body(Room room, NodeId response) {
        return room.snapshot().environment().get(response).get(Schema.RESPONSE_BODY);
    }
}
