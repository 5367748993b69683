package dev.understudy.api;

import dev.understudy.server.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// A test against the whole server on a port, with a database of its own. Classes with it share one server.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "understudy.sample=false",
            "understudy.traffic.days=2",
            "understudy.outbound.allowed-ranges=127.0.0.0/8",
            "test.ports=2500"
        })
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
@ExtendWith(OwnServer.class)
@Import(ApiWorld.class)
@interface ApiServerTest {}
