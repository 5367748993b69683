package dev.understudy.server;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Puts [LogPace] before all loggers as long as the application runs.
@Component
final class LogPaceSetup implements DisposableBean {

    private final LogPace pace = new LogPace(System::nanoTime);

    LogPaceSetup() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            pace.setContext(loggers);
            pace.start();
            loggers.addTurboFilter(pace);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getTurboFilterList().remove(pace);
        }
    }
}
