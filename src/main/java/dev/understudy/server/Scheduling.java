package dev.understudy.server;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Lets components run something every now and then.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
