package dev.sidecarctl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code map of {@code package-info.java} in executable form. */
class ArchitectureTest {
  private static final String ROOT = "dev.sidecarctl";

  /** From the top down: a package may use those after it. */
  private static final List<String> PACKAGES =
      List.of(
          "command",
          "host",
          "output",
          "plan",
          "status",
          "authoring",
          "reports",
          "lint",
          "inject",
          "merge",
          "project",
          "template",
          "check",
          "kubernetes",
          "yaml",
          "diagnostic",
          "text");

  /** Without files, streams and clocks. */
  private static final String[] CORE =
      PACKAGES.subList(PACKAGES.indexOf("lint"), PACKAGES.size()).stream()
          .map(ArchitectureTest::tree)
          .toArray(String[]::new);

  /** Each third-party library and the package that may use it. */
  private static final Map<String, String> OWNERS =
      Map.of(
          "picocli..", "command",
          "org.snakeyaml..", "yaml",
          "com.github.difflib..", "output",
          "com.networknt..", "check",
          "tools.jackson..", "check",
          "io.fabric8..", "plan.cost");

  private static final int LINES = 400;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          // picocli is compiled beside our own classes.
          .withImportOption(location -> !location.contains("/picocli/"))
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  @TestFactory
  Stream<DynamicTest> packagesPointOneWay() {
    return PACKAGES.stream()
        .map(
            name -> {
              String[] above =
                  PACKAGES.subList(0, PACKAGES.indexOf(name)).stream()
                      .map(ArchitectureTest::tree)
                      .toArray(String[]::new);
              return rule(
                  noClasses()
                      .that()
                      .resideInAPackage(tree(name))
                      .should()
                      .dependOnClassesThat(resideInAnyPackage(above).or(resideInAPackage(ROOT))));
            });
  }

  @Test
  void everyPackageHasItsPlaceOnTheMap() {
    assertThat(CLASSES)
        .extracting(ArchitectureTest::topPackage)
        .isSubsetOf(Stream.concat(Stream.of(""), PACKAGES.stream()).toList());
  }

  /**
   * The folders of {@code command}: what they find is used by the verbs, which know the options.
   */
  @TestFactory
  Stream<DynamicTest> foldersOfTheCommandKnowNoOption() {
    String file = ROOT + ".command.file";
    String lookup = ROOT + ".command.lookup";
    String guide = ROOT + ".command.guide";
    return Stream.of(
        rule(
            noClasses()
                .that()
                .resideInAnyPackage(file, lookup, guide)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".command", "picocli.."))),
        rule(
            noClasses()
                .that()
                .resideInAPackage(file)
                .should()
                .dependOnClassesThat(resideInAnyPackage(lookup, guide))),
        rule(
            noClasses()
                .that()
                .resideInAPackage(guide)
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(file, lookup).or(resideInAPackage("java.nio..")))));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
  }

  @TestFactory
  Stream<DynamicTest> librariesHaveOneOwner() {
    return OWNERS.entrySet().stream()
        .map(
            owner ->
                rule(
                    noClasses()
                        .that()
                        .resideOutsideOfPackage(tree(owner.getValue()))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(owner.getKey())));
  }

  @Test
  void nothingElseIsImported() {
    String[] known =
        Stream.concat(
                Stream.of(ROOT + "..", "java..", "org.jspecify.annotations.."),
                OWNERS.keySet().stream())
            .toArray(String[]::new);
    check(noClasses().should().dependOnClassesThat(not(resideInAnyPackage(known)).and(real())));
  }

  @Test
  void onlyCommandsTouchFiles() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(tree("command"))
            // It opens the standard streams, and nothing else.
            .and()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .dependOnClassesThat(
                resideInAPackage("java.nio.file..")
                    .or(resideInAPackage("java.nio.channels.."))
                    .or(
                        describe(
                            "java.io.File*",
                            type ->
                                type.getName().startsWith("java.io.File")
                                    || type.getName().equals("java.io.RandomAccessFile")))));
  }

  @Test
  void theCoreHasNoStreams() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(CORE)
            // An interface of the schema validator, which reads from memory.
            .and()
            .doNotHaveSimpleName("DefinitionNodes")
            .should()
            .dependOnClassesThat(
                assignableTo(InputStream.class).or(assignableTo(OutputStream.class))));
  }

  @Test
  void theCoreHasNoClock() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.time..")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date"));
  }

  @Test
  void onlyMainOwnsTheProcess() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .orShould()
            .accessField(FileDescriptor.class, "out")
            .orShould()
            .accessField(FileDescriptor.class, "err")
            .orShould()
            .accessField(FileDescriptor.class, "in"));
  }

  @Test
  void namesSayWhatAClassIsFor() {
    check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?"));
  }

  @TestFactory
  Stream<DynamicTest> packagesAreNullMarked() {
    return CLASSES.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .map(
            marked ->
                DynamicTest.dynamicTest(
                    marked.getName(),
                    () ->
                        assertThat(marked)
                            .matches(
                                ArchitectureTest::isNullMarked,
                                "has a package-info with @NullMarked")));
  }

  @Test
  void filesAreShort() throws IOException {
    Path sources = Path.of(System.getProperty("sidecarctl.root"), "cli/src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(LINES));
    }
  }

  private static DynamicTest rule(ArchRule rule) {
    return DynamicTest.dynamicTest(rule.getDescription(), () -> check(rule));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static String tree(String name) {
    return ROOT + "." + name + "..";
  }

  private static String topPackage(JavaClass type) {
    String inside = type.getPackageName().substring(ROOT.length());
    return inside.isEmpty() ? "" : inside.substring(1).split("\\.", 2)[0];
  }

  private static DescribedPredicate<JavaClass> real() {
    return describe("is no primitive", type -> !type.getBaseComponentType().isPrimitive());
  }

  private static boolean isNullMarked(JavaPackage marked) {
    return marked.isAnnotatedWith(NullMarked.class);
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
