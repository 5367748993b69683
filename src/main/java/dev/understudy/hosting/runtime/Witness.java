package dev.understudy.hosting.runtime;

import dev.understudy.mock.exchange.MockRequest;
import dev.understudy.mock.wire.WireHeader;
import java.util.List;

/// Hears what other servers answered where a mock passed requests on. It is called by threads that have a client's
/// answer in hand: it must return at once.
@FunctionalInterface
public interface Witness {

    /// Another server answered.
    ///
    /// @param request as the mock was asked; its bytes are not to be written to
    /// @param headers in the order in which they came
    /// @param body as it came, still compressed if it was; not to be written to
    void answered(MockRequest request, int status, List<WireHeader> headers, byte[] body);
}
