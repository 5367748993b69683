package dev.understudy.server.backup;

/// Why a command came to nothing, as one sentence for the operator, and what to do about it.
final class CommandFailure extends RuntimeException {

    private final String remedy;

    CommandFailure(String sentence, String remedy) {
        super(sentence);
        this.remedy = remedy;
    }

    CommandFailure(String sentence, String remedy, Throwable cause) {
        super(sentence, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
