package dev.understudy.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;

/// What comes into a page, in bytes, from when it is made. For the thread of its page.
final class Wire {

    private final Map<String, String> asked = new HashMap<>();
    private long bytes;
    private long messages;

    private Wire() {}

    static Wire into(Page page) {
        Wire wire = new Wire();
        CDPSession network = page.context().newCDPSession(page);
        network.on("Network.requestWillBeSent", wire::asked);
        network.on("Network.dataReceived", wire::received);
        network.on("Network.loadingFinished", wire::finished);
        network.on("Network.webSocketFrameReceived", wire::pushed);
        network.send("Network.enable");
        return wire;
    }

    /// Of all answers, as they were sent: compressed, with their heads.
    long bytes() {
        return bytes;
    }

    /// Of what Flow tells the page, before compression.
    long messages() {
        return messages;
    }

    private void asked(JsonObject request) {
        String url = request.getAsJsonObject("request").get("url").getAsString();
        // What is part of a style sheet came with it.
        if (url.startsWith("http")) {
            asked.put(request.get("requestId").getAsString(), url);
        }
    }

    private void received(JsonObject data) {
        if (asked.getOrDefault(data.get("requestId").getAsString(), "").contains("v-r=")) {
            messages += data.get("dataLength").getAsLong();
        }
    }

    private void finished(JsonObject answer) {
        if (asked.containsKey(answer.get("requestId").getAsString())) {
            bytes += Math.round(answer.get("encodedDataLength").getAsDouble());
        }
    }

    private void pushed(JsonObject frame) {
        messages += frame.getAsJsonObject("response")
                .get("payloadData")
                .getAsString()
                .length();
    }
}
