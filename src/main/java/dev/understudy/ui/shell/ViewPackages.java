package dev.understudy.ui.shell;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.Configuration;

/// Lets Vaadin look for views where they are: it goes over all classes there several times at each start.
@Configuration(proxyBeanMethods = false)
@EnableVaadin("dev.understudy.ui")
class ViewPackages {}
