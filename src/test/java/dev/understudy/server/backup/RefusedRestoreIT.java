package dev.understudy.server.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class RefusedRestoreIT {

    private static final String TEAM =
            "insert into team (id, name, created_at) values (gen_random_uuid(), 'Team', now())";

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final TestDatabase source = TestDatabase.fresh();
    private final TestDatabase target = TestDatabase.empty();
    private Path file;

    @BeforeEach
    void backup() {
        file = temp.resolve("backup.zip");
        source.dsl().execute(TEAM);
        assertThat(run("backup", source)).as(said::toString).isZero();
    }

    @Test
    @DisplayName("O51 a file that is there is never overwritten")
    void fileExists() throws Exception {
        byte[] before = Files.readAllBytes(file);
        refused("backup", source, "exists already");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    @DisplayName("O51 what has no Understudy in it is not backed up")
    void nothingToBackUp() {
        file = temp.resolve("other.zip");
        refused("backup", target, "There is no Understudy in this database");
        assertThat(temp).isDirectoryNotContaining("glob:**other*");
    }

    @Test
    @DisplayName("O52 a database that holds anything is not restored into")
    void notEmpty() {
        refused("restore", source, "is not empty");
        target.dsl().execute("create table theirs (id int)");
        refused("restore", target, "is not empty");
    }

    @Test
    @DisplayName("O52 a database that somebody is connected to is not restored into")
    void notAlone() throws Exception {
        try (var _ = target.dataSource().getConnection()) {
            refused("restore", target, "Others are connected");
        }
        assertThat(run("restore", target)).as(said::toString).isZero();
        assertThat(target.dsl().fetchCount(target.dsl().selectFrom("team"))).isEqualTo(1);
    }

    @Test
    @DisplayName("O52 a database that was migrated and never used is restored into")
    void migrated() {
        assertThat(run("restore", TestDatabase.fresh())).as(said::toString).isZero();
    }

    @Test
    @DisplayName("O52 half a file is refused before anything is written")
    void truncated() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refused("restore", target, "no backup, or not all of it is there");
        untouched();
    }

    @Test
    @DisplayName("O52 rows that are not those that were saved are refused before anything is written")
    void damaged() throws Exception {
        inFile(zip -> Files.writeString(zip.getPath("tables/team"), "", StandardCharsets.UTF_8));
        refused("restore", target, "the rows of team are not those that were saved");
        untouched();
    }

    @Test
    @DisplayName("O52 a backup of a newer Understudy is refused with its version")
    void newer() throws Exception {
        replaceInManifest("\"schema\" : \"", "\"schema\" : \"9");
        refused("restore", target, "made by a newer Understudy");
        untouched();
    }

    @Test
    @DisplayName("O52 a backup in a newer form is refused with its version")
    void newerForm() throws Exception {
        replaceInManifest("\"format\" : 1", "\"format\" : 2");
        refused("restore", target, "made by a newer Understudy");
        untouched();
    }

    @Test
    @DisplayName("O52 a file of another kind is refused")
    void otherZip() throws Exception {
        inFile(zip -> Files.delete(zip.getPath(Manifest.ENTRY)));
        refused("restore", target, "is no backup of Understudy");
    }

    @Test
    @DisplayName("O52 what fails on the way can be repeated")
    void repeated() throws Exception {
        replaceInManifest("\"rows\" : 1,", "\"rows\" : 2,");
        refused("restore", target, "of the 2 rows of");
        assertThat(target.dsl().fetchCount(target.dsl().selectFrom("team"))).isZero();
        replaceInManifest("\"rows\" : 2,", "\"rows\" : 1,");
        assertThat(run("restore", target)).as(said::toString).isZero();
    }

    @Test
    @DisplayName("O51 a database that lets nobody in is named, and no secret is")
    void wrongPassword() {
        file = temp.resolve("other.zip");
        int exit =
                run("backup", settings(source).withProperty("spring.datasource.password", "not-the-secret-of-anybody"));
        assertThat(exit).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("lets nobody in", source.url())
                .doesNotContain("not-the-secret");
    }

    private interface Work {
        void on(FileSystem zip) throws Exception;
    }

    private void inFile(Work work) throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            work.on(zip);
        }
    }

    private void replaceInManifest(String words, String others) throws Exception {
        inFile(zip -> {
            Path manifest = zip.getPath(Manifest.ENTRY);
            String before = Files.readString(manifest);
            assertThat(before).contains(words);
            Files.writeString(manifest, before.replace(words, others));
        });
    }

    private void untouched() {
        assertThat(target.dsl()
                        .fetchCount(target.dsl().selectFrom("pg_class").where("relnamespace = 'public'::regnamespace")))
                .isZero();
    }

    private void refused(String command, TestDatabase database, String words) {
        said.reset();
        assertThat(run(command, database)).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(words);
    }

    private int run(String command, TestDatabase database) {
        return run(command, settings(database));
    }

    private int run(String command, MockEnvironment settings) {
        return new Commands(settings, new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(List.of(command, file.toString()));
    }

    private static MockEnvironment settings(TestDatabase database) {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", database.url())
                .withProperty("spring.datasource.username", database.username())
                .withProperty("spring.datasource.password", database.password());
    }
}
