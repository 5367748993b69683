package dev.understudy.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlotTest {

    @ParameterizedTest(name = "D2 {0} has a list, and some kind has that list")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ENVIRONMENT")
    void everyKindStandsSomewhere(Kind kind) {
        assertThat(Slot.of(kind).takes(kind)).isTrue();
        assertThat(Arrays.stream(Kind.values()))
                .anyMatch(parent -> Slot.of(kind).standsUnder(parent));
    }

    @Test
    @DisplayName("D2 folders and routes share a list, in an environment and in folders")
    void children() {
        assertThat(Slot.of(Kind.FOLDER)).isEqualTo(Slot.CHILDREN).isEqualTo(Slot.of(Kind.ROUTE));
        assertThat(Slot.CHILDREN.takes(Kind.RESPONSE)).isFalse();
        assertThat(Slot.CHILDREN.standsUnder(Kind.ENVIRONMENT)).isTrue();
        assertThat(Slot.CHILDREN.standsUnder(Kind.FOLDER)).isTrue();
        assertThat(Slot.CHILDREN.standsUnder(Kind.ROUTE)).isFalse();
    }

    @Test
    @DisplayName("D2 headers name their list; without a name it is headers; other kinds name none")
    void headerLists() {
        assertThat(Slot.of(Kind.HEADER, null)).contains(Slot.HEADERS);
        assertThat(Slot.of(Kind.HEADER, "headers")).contains(Slot.HEADERS);
        assertThat(Slot.of(Kind.HEADER, "proxyReqHeaders")).contains(Slot.PROXY_REQUEST_HEADERS);
        assertThat(Slot.of(Kind.HEADER, "proxyResHeaders")).contains(Slot.PROXY_RESPONSE_HEADERS);
        assertThat(Slot.of(Kind.HEADER, "rules")).isEmpty();
        assertThat(Slot.of(Kind.RULE, "rules")).isEmpty();
        assertThat(Slot.of(Kind.RULE, null)).contains(Slot.RULES);
        assertThat(Slot.PROXY_REQUEST_HEADERS.listName()).contains("proxyReqHeaders");
        assertThat(Slot.RULES.listName()).isEmpty();
        assertThat(Slot.PROXY_REQUEST_HEADERS.standsUnder(Kind.RESPONSE)).isFalse();
    }

    @ParameterizedTest(name = "D2 the lists of {0} say so")
    @EnumSource
    void agreement(Kind parent) {
        for (Slot slot : Slot.values()) {
            assertThat(slot.standsUnder(parent)).isEqualTo(Slot.slotsOf(parent).contains(slot));
        }
    }
}
