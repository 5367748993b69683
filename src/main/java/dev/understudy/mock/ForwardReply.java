package dev.understudy.mock;

import dev.understudy.mock.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Makes answers out of what another server said.
///
/// @param target as in the document, for the message
/// @param url of the request, for the message
/// @param around whose headers the answers carry
record ForwardReply(String target, String url, Surroundings around) {

    private static final int GATEWAY_TIMEOUT = 504;

    MockResponse answered(int status, List<Header> answered, byte[] content) {
        return new MockResponse(status, answered, content, 0);
    }

    MockResponse failed(String reason) {
        var sheet = around.sheet();
        byte[] text = ("An error occurred while trying to proxy to " + target + " " + url + ": Error: " + reason)
                .getBytes(StandardCharsets.UTF_8);
        sheet.set("Content-Type", "text/plain");
        sheet.set("Content-Length", Integer.toString(text.length));
        return new MockResponse(GATEWAY_TIMEOUT, sheet.toList(), text, 0);
    }
}
