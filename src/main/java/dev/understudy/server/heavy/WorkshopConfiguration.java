package dev.understudy.server.heavy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/// One workshop and one count of memory for the whole process.
@Configuration(proxyBeanMethods = false)
class WorkshopConfiguration {

    @Bean
    Workshop workshop() {
        return new Workshop();
    }

    /// @param all for everybody together and for one, if a test wants less than the heap allows
    @Bean
    RequestMemory requestMemory(
            @Value("${understudy.memory.all:0B}") DataSize all, @Value("${understudy.memory.one:0B}") DataSize one) {
        RequestMemory usual = RequestMemory.ofHeap();
        return all.toBytes() == 0
                ? usual
                : new RequestMemory(new HeldMemory(all.toBytes(), one.toBytes()), usual.strangers());
    }
}
