package dev.understudy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application. Holds nothing but its start; everything else lives in a package of its own.
@SpringBootApplication
public class Understudy {

    static void main(String[] args) {
        SpringApplication.run(Understudy.class, args);
    }
}
