package dev.understudy;

import dev.understudy.server.backup.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application. Holds nothing but its start; everything else lives in a package of its own.
@SpringBootApplication
public class Understudy {

    static void main(String[] args) {
        if (Commands.isOne(args)) {
            System.exit(Commands.run(args));
        }
        SpringApplication.run(Understudy.class, args);
    }
}
