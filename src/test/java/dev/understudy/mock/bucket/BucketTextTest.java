package dev.understudy.mock.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTextTest {

    @ParameterizedTest
    @DisplayName("M48 a bucket waits for a request if a helper of requests stands in reach of braces")
    @ValueSource(
            strings = {
                "{{body}}",
                "{{{bodyRaw}}}",
                "{{ method }}",
                "x {{#if (header 'a')}}",
                "{{~ip~}}",
                "{{#each (queryParams)}}",
                "{{eq hostname 1}}",
                "{{equip}}",
                "{{a b baseUrl}}",
            })
    void waits(String text) {
        assertThat(BucketText.needsRequest(text)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("M48 what the reference overlooks is overlooked")
    @ValueSource(
            strings = {
                "",
                "body",
                "{{Body}}",
                "{{bodyX}}",
                "{{concat 'x' (queryParam 'y')}}",
                "{{a.body}}",
                "{{eq a=1 body}}",
                "{{xbodyRaw}}x",
                "{ {body}}",
            })
    void doesNotWait(String text) {
        assertThat(BucketText.needsRequest(text)).isFalse();
    }

    @Test
    @DisplayName("M48 references are quoted names behind data and dataRaw")
    void references() {
        assertThat(BucketText.references("{{data 'a b' 'x'}} {{dataRaw  \"c\"}} (data 'd') data e xdata 'f'"))
                .isEqualTo(List.of("a b", "c", "d", "f"));
        assertThat(BucketText.references("{{data (concat 'a')}}")).isEmpty();
    }
}
