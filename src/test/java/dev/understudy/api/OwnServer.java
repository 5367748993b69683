package dev.understudy.api;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Lets the server of the test be the one that knows who calls: several servers are kept in one JVM for tests, and
/// where the caller is kept is a matter of the whole JVM, which the server that was started last has taken over.
final class OwnServer implements BeforeAllCallback, BeforeEachCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        beforeEach(test);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                SpringExtension.getApplicationContext(test).getBean(SecurityContextHolderStrategy.class));
    }
}
