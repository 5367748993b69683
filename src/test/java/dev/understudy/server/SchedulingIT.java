package dev.understudy.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.ForSpring.class)
class SchedulingIT {

    @Autowired
    private ScheduledTaskHolder jobs;

    @Autowired
    private TaskScheduler scheduler;

    @Test
    @DisplayName("O41 no job waits for another one: there are more threads than jobs")
    void threads() {
        assertThat(scheduler).isInstanceOf(ThreadPoolTaskScheduler.class);
        assertThat(jobs.getScheduledTasks()).isNotEmpty().hasSizeLessThan(Scheduling.THREADS);
    }
}
