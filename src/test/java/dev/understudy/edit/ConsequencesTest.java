package dev.understudy.edit;

import static dev.understudy.edit.Documents.add;
import static dev.understudy.edit.Documents.applied;
import static dev.understudy.edit.Documents.apply;
import static dev.understudy.edit.Documents.empty;
import static dev.understudy.edit.Documents.id;
import static dev.understudy.edit.Documents.remove;
import static dev.understudy.edit.Documents.set;
import static dev.understudy.edit.Documents.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.environment.Environment;
import dev.understudy.environment.Kind;
import dev.understudy.environment.Schema;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConsequencesTest {

    private static final Environment BUCKETS = applied(
            small(),
            add("a", Kind.BUCKET, "root", Schema.BUCKET_ID, "aaaa"),
            add("b", Kind.BUCKET, "root", Schema.BUCKET_ID, "bbbb"),
            set("r1", Schema.RESPONSE_BUCKET, "aaaa"),
            set("r2", Schema.RESPONSE_BUCKET, "bbbb"));

    @Test
    @DisplayName("E36 a reference follows a bucket over several new ids in one change")
    void renamedTwice() {
        Environment after = applied(BUCKETS, set("a", Schema.BUCKET_ID, "xxxx"), set("a", Schema.BUCKET_ID, "yyyy"));
        assertThat(after.get(id("r1")).get(Schema.RESPONSE_BUCKET)).isEqualTo("yyyy");
    }

    @Test
    @DisplayName("E36 a reference follows a bucket whose id is typed into")
    void spliced() {
        Edit.Splice typed = new Edit.Splice(
                id("a"),
                Schema.BUCKET_ID.key(),
                new TextChange(List.of(new TextChange.Part.Keep(4), new TextChange.Part.Replace(0, "x"))));
        Environment after = applied(BUCKETS, typed);
        assertThat(after.get(id("r1")).get(Schema.RESPONSE_BUCKET)).isEqualTo("aaaax");
        assertThat(after.get(id("r2")).get(Schema.RESPONSE_BUCKET)).isEqualTo("bbbb");
    }

    @Test
    @DisplayName("E36 references stay with the id when two buckets swap theirs")
    void swapped() {
        Environment after = applied(BUCKETS, set("a", Schema.BUCKET_ID, "bbbb"), set("b", Schema.BUCKET_ID, "aaaa"));
        assertThat(after.get(id("r1")).get(Schema.RESPONSE_BUCKET)).isEqualTo("aaaa");
        assertThat(after.get(id("r2")).get(Schema.RESPONSE_BUCKET)).isEqualTo("bbbb");
    }

    @Test
    @DisplayName("E36 a bucket that loses its id loses its references")
    void emptied() {
        Environment after = applied(BUCKETS, set("a", Schema.BUCKET_ID, ""));
        assertThat(after.get(id("r1")).get(Schema.RESPONSE_BUCKET)).isEmpty();
        assertThat(after.get(id("r2")).get(Schema.RESPONSE_BUCKET)).isEqualTo("bbbb");
    }

    @Test
    @DisplayName("E37 a bucket removed and another added under its id keep the references")
    void replaced() {
        Environment after = applied(BUCKETS, remove("a"), add("c", Kind.BUCKET, "root", Schema.BUCKET_ID, "aaaa"));
        assertThat(after.get(id("r1")).get(Schema.RESPONSE_BUCKET)).isEqualTo("aaaa");
    }

    @Test
    @DisplayName("E37 undoing the removal of a bucket gives its references back")
    void undone() {
        Outcome.Accepted removed = (Outcome.Accepted) apply(BUCKETS, remove("a"));
        Edit[] inverse = removed.effects().reversed().stream()
                .flatMap(effect -> effect.inverse().stream())
                .toArray(Edit[]::new);
        assertThat(applied(removed.after(), inverse)).isEqualTo(BUCKETS);
    }

    @Test
    @DisplayName("E38 a long reference to nothing is quoted in short")
    void quoted() {
        Outcome outcome = apply(small(), set("r1", Schema.RESPONSE_BUCKET, "x".repeat(30_000)));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.NoEffect.class,
                        nothing ->
                                assertThat(nothing.notes().getFirst().message()).hasSizeLessThan(150));
    }

    @Test
    @DisplayName("E30 a route that was added with its responses has one default, whatever they say")
    void addedRoute() {
        Environment after = applied(
                empty(),
                add("r", Kind.ROUTE, "root"),
                add("r1", Kind.RESPONSE, "r"),
                add("r2", Kind.RESPONSE, "r", Schema.RESPONSE_DEFAULT, true));
        assertThat(after.get(id("r1")).get(Schema.RESPONSE_DEFAULT)).isFalse();
        assertThat(after.get(id("r2")).get(Schema.RESPONSE_DEFAULT)).isTrue();
    }
}
