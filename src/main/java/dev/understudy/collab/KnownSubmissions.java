package dev.understudy.collab;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Recognises a submission that was answered before. Committed ones are in the log; the answers to the others
/// are kept here, the newest [#MAX_ANSWERS]. Only for the thread whose turn it is, see [Sequencer].
final class KnownSubmissions {

    static final int MAX_ANSWERS = 1_000;
    static final int MAX_CLIENTS = 10_000;

    private record Client(java.util.UUID author, String client) {}

    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private final int max;

        Newest(int max) {
            super(16, 0.75f, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > max;
        }
    }

    private final ChangeStore store;
    private final Map<SubmissionId, Receipt> answers = new Newest<>(MAX_ANSWERS);
    private final Map<Client, Long> lastSeqs = new Newest<>(MAX_CLIENTS);

    KnownSubmissions(ChangeStore store) {
        this.store = store;
    }

    /// The first answer, if there was one. Asks the log only where the client's number is not a new high.
    Optional<Receipt> answer(SubmissionId id) {
        Receipt answer = answers.get(id);
        if (answer != null) {
            return Optional.of(answer);
        }
        long last = lastSeqs.computeIfAbsent(clientOf(id), _ -> store.lastSeq(id));
        return id.seq() > last
                ? Optional.empty()
                : Optional.ofNullable(store.receipts(List.of(id)).get(id));
    }

    void remember(SubmissionId id, Receipt receipt) {
        if (!receipt.kind().isAccepted()) {
            answers.put(id, receipt);
        }
    }

    void committed(List<CommittedChange> changes) {
        Map<Client, Long> seen = new HashMap<>();
        for (CommittedChange change : changes) {
            seen.merge(new Client(change.author().value(), change.client()), change.seq(), Math::max);
        }
        seen.forEach((client, seq) -> lastSeqs.computeIfPresent(client, (_, last) -> Math.max(last, seq)));
    }

    /// Other processes committed what this one did not read.
    void forgetClients() {
        lastSeqs.clear();
    }

    private static Client clientOf(SubmissionId id) {
        return new Client(id.author().value(), id.client());
    }
}
