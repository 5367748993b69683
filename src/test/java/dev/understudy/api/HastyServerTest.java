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

/// As [ApiServerTest], on a server on which a test need not wait long for what usually takes seconds, and that allows
/// few writes.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "understudy.sample=false",
            "test.ports=300",
            "understudy.api.keep-alive=300ms",
            "understudy.api.look-again=300ms",
            "understudy.api.writes-at-once=" + HastyServerTest.WRITES_AT_ONCE,
            "understudy.api.writes-per-second=" + HastyServerTest.WRITES_PER_SECOND
        })
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
@ExtendWith(OwnServer.class)
@Import(ApiWorld.class)
@interface HastyServerTest {

    int WRITES_AT_ONCE = 40;
    int WRITES_PER_SECOND = 4;
}
