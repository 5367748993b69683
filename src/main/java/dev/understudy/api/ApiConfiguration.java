package dev.understudy.api;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the parts that all calls share in their places.
@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    private final CallerArguments callers;
    private final WriteRate writeRate;

    ApiConfiguration(CallerArguments callers, WriteRate writeRate) {
        this.callers = callers;
        this.writeRate = writeRate;
    }

    @Bean
    static StreamPace streamPace(Environment settings) {
        StreamPace usual = StreamPace.USUAL;
        return new StreamPace(
                settings.getProperty("understudy.api.keep-alive", Duration.class, usual.keepAlive()),
                settings.getProperty("understudy.api.look-again", Duration.class, usual.lookAgain()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(writeRate).addPathPatterns(ApiPaths.V1 + "/**");
    }
}
