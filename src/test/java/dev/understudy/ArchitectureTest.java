package dev.understudy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.understudy.environment.EnvironmentId;
import dev.understudy.team.Access;
import dev.understudy.team.TeamAccess;
import dev.understudy.team.TeamId;
import dev.understudy.team.Teams;
import dev.understudy.ui.editor.session.EditorSession;
import dev.understudy.ui.kit.PageQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the table of packages as data and the code to it. A new package needs a line here.
class ArchitectureTest {

    private static final String ROOT = "dev.understudy";

    /// Package → the packages it may use. `db` is for `*Store` classes only and has a rule of its own.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("environment", Set.of()),
            Map.entry("wall", Set.of()),
            Map.entry("why", Set.of("environment")),
            Map.entry("js", Set.of()),
            Map.entry("template", Set.of("js")),
            Map.entry("edit", Set.of("environment")),
            Map.entry("mock", Set.of("environment", "js", "template", "wall", "why")),
            Map.entry("format", Set.of("edit", "environment", "js", "observed", "traffic")),
            Map.entry("observed", Set.of("edit", "environment", "js", "mock", "traffic")),
            Map.entry("server", Set.of()),
            Map.entry("team", Set.of("environment", "server")),
            Map.entry("asset", Set.of("collab", "edit", "environment", "team")),
            Map.entry("presence", Set.of("environment", "team", "server")),
            Map.entry("collab", Set.of("edit", "environment", "team", "server")),
            Map.entry("history", Set.of("collab", "edit", "environment", "server", "team")),
            Map.entry("traffic", Set.of("environment", "team", "server", "why")),
            Map.entry(
                    "hosting",
                    Set.of(
                            "asset",
                            "collab",
                            "js",
                            "mock",
                            "template",
                            "environment",
                            "team",
                            "traffic",
                            "server",
                            "wall",
                            "why")),
            Map.entry(
                    "recording",
                    Set.of(
                            "asset",
                            "collab",
                            "edit",
                            "environment",
                            "hosting",
                            "mock",
                            "observed",
                            "server",
                            "team",
                            "traffic")),
            Map.entry("sample", Set.of("collab", "environment", "format", "hosting", "team")),
            Map.entry("security", Set.of("team", "server", "wall")),
            Map.entry("api", allBut("template", "js", "mock", "ui")),
            Map.entry("ui", allBut("template", "js", "mock", "api")));

    private static final List<String> PURE =
            List.of("environment", "js", "template", "edit", "mock", "format", "observed", "wall", "why");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static Set<String> allBut(String... excluded) {
        var names = new java.util.TreeSet<>(Set.of(
                "asset",
                "environment",
                "edit",
                "format",
                "team",
                "presence",
                "collab",
                "history",
                "traffic",
                "hosting",
                "observed",
                "recording",
                "security",
                "server",
                "wall",
                "why",
                "template",
                "js",
                "mock",
                "ui",
                "api"));
        List.of(excluded).forEach(names::remove);
        return names;
    }

    static List<String> packages() {
        return MAY_USE.keySet().stream().sorted().toList();
    }

    @ParameterizedTest(name = "{0} uses only what the table allows")
    @MethodSource("packages")
    void packageUsesOnlyWhatTheTableAllows(String name) {
        var forbidden = new ArrayList<DescribedPredicate<? super JavaClass>>();
        for (var other : MAY_USE.keySet()) {
            if (!other.equals(name) && !MAY_USE.get(name).contains(other)) {
                forbidden.add(resideInAPackage(within(other)));
            }
        }
        noClasses()
                .that(resideInAPackage(within(name)))
                .should()
                .dependOnClassesThat(DescribedPredicate.or(forbidden).or(theApplication()))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyPackageStandsInTheTable() {
        var known = packages();
        var unknown = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.", 2)[0])
                .filter(name -> !name.equals("db") && !known.contains(name))
                .distinct();
        assertThat(unknown).isEmpty();
    }

    @Test
    void theRootHoldsTheApplicationOnly() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.getPackageName().equals(ROOT))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info")))
                .containsExactly("Understudy");
    }

    @Test
    void noPackagesUseOneAnotherInACircle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES.that(resideOutsideOfPackages(within("db"))));
    }

    /// What these give, nobody had to ask for: only the work that no person does may call them.
    @Test
    void onlyTheServersOwnWorkGoesRoundTheLookUp() {
        noClasses()
                .that(resideOutsideOfPackages(
                        within("hosting"), within("collab"), within("team"), within("sample"), within("server")))
                .should()
                .callMethod(Access.class, "ofServer", EnvironmentId.class, TeamId.class)
                .orShould()
                .callMethod(TeamAccess.class, "ofServer", TeamId.class, String.class)
                .orShould()
                .dependOnClassesThat(type(Teams.class))
                .check(CLASSES);
    }

    @Test
    void purePackagesKnowNoFrameworkNoClockAndNoInput() {
        noClasses()
                .that(resideInAnyPackage(within(PURE)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.springframework..",
                        "com.vaadin..",
                        "io.undertow..",
                        "org.jooq..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta..",
                        "java.net.http..",
                        "org.slf4j..",
                        "io.micrometer.."))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.net.http.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void inPurePackagesOnlyJsonClassesAndFormatsKnowJackson() {
        noClasses()
                .that(resideInAnyPackage(within(List.of("environment", "template", "edit", "mock"))))
                .and(describe(
                        "are not *Json",
                        type -> !outermost(type).getSimpleName().endsWith("Json")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyHostingKnowsUndertow() {
        noClasses()
                .that(resideInAPackage(within("")).and(DescribedPredicate.not(resideInAPackage(within("hosting")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.undertow..", "org.xnio.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyStoresKnowTheDatabase() {
        noClasses()
                .that(resideInAPackage(within("")).and(DescribedPredicate.not(resideInAPackage(within("db")))))
                .and(describe(
                        "are not *Store",
                        type -> !outermost(type).getSimpleName().endsWith("Store")))
                .should()
                .dependOnClassesThat(resideInAPackage(within("db")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyTheQueueOfAPageGetsIntoIt() {
        noClasses()
                .that(resideInAPackage(within("")).and(DescribedPredicate.not(type(PageQueue.class))))
                .should()
                .callMethodWhere(describe(
                        "UI.access or VaadinSession.access, which render on the thread of whoever calls",
                        call -> call.getName().startsWith("access")
                                && (call.getTargetOwner().isAssignableTo(UI.class)
                                        || call.getTargetOwner().isAssignableTo(VaadinSession.class))))
                .check(CLASSES);
    }

    /// Whoever reads it works after each change of anybody.
    @Test
    void fewReadTheWholeDocumentAfterEachChange() {
        noClasses()
                .that(resideInAPackage(within("ui"))
                        .and(describe(
                                "are not among those that need all of it, and only while they are on the screen",
                                type -> !Set.of("StatusBar", "UseList", "FilesPanel", "RemovedList")
                                        .contains(outermost(type).getSimpleName()))))
                .should()
                .callMethod(EditorSession.class, "document")
                .check(CLASSES);
    }

    @Test
    void onlyTheUserInterfaceKnowsVaadin() {
        noClasses()
                .that(resideInAPackage(within(""))
                        .and(DescribedPredicate.not(resideInAnyPackage(within("ui"), within("security")))))
                .should()
                .dependOnClassesThat(resideInAPackage("com.vaadin.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> theApplication() {
        return describe("are the application", type -> type.getPackageName().equals(ROOT));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static String within(String name) {
        return name.isEmpty() ? ROOT + ".." : ROOT + "." + name + "..";
    }

    private static String[] within(List<String> names) {
        return names.stream().map(ArchitectureTest::within).toArray(String[]::new);
    }
}
