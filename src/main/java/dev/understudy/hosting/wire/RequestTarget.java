package dev.understudy.hosting.wire;

/// What a request asked for, without the fragment that some clients leave in.
///
/// @param query what follows the first question mark; empty if there is none
record RequestTarget(String path, String query) {

    /// @param text as it stands in the request line
    static RequestTarget of(String text) {
        int fragment = text.indexOf('#');
        String target = fragment < 0 ? text : text.substring(0, fragment);
        int question = target.indexOf('?');
        return question < 0
                ? new RequestTarget(target, "")
                : new RequestTarget(target.substring(0, question), target.substring(question + 1));
    }
}
