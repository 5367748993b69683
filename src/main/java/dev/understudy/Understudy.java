package dev.understudy;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import dev.understudy.server.backup.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application. Holds nothing but its start; everything else lives in a package of its own. Vaadin looks for views
/// where they are: it goes over all classes there several times at each start.
@SpringBootApplication
@EnableVaadin("dev.understudy.ui")
public class Understudy {

    static void main(String[] args) {
        if (Commands.isOne(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(Understudy.class, args);
    }
}
