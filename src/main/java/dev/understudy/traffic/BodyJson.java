package dev.understudy.traffic;

import java.util.Base64;

/// What is told of a body to other processes.
///
/// @param base64 of the bytes that are kept
record BodyJson(String base64, int length) {

    /// @param most bytes of it
    static BodyJson of(BodyExcerpt body, int most) {
        return new BodyJson(Base64.getEncoder().encodeToString(body.upTo(most)), body.length());
    }

    BodyExcerpt excerpt() {
        return BodyExcerpt.of(Base64.getDecoder().decode(base64), length);
    }
}
