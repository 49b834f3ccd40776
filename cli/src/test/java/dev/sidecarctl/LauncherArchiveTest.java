package dev.sidecarctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which archive of loaded classes the launcher runs from, and which it makes.
 *
 * <p>Java is a stand-in here; {@code .ci/archive} does it with real ones.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherArchiveTest {
  private static final Map<String, String> MAKE = Map.of("SIDECARCTL_CDS", "make");
  private static final Map<String, String> USE = Map.of("SIDECARCTL_CDS", "on", "CI", "true");
  private static final Map<String, String> FIRST_USE = Map.of("SIDECARCTL_CDS", "on");
  private static final String WITH = " from an archive[0]";
  private static final String WITHOUT = "java ran: run\n[0]";

  @TempDir Path folder;

  private LauncherFixture fixture;
  private Path opt;

  @BeforeEach
  void javaWithArchives() throws IOException {
    fixture = new LauncherFixture(folder);
    folder = folder.toRealPath();
    opt = fixture.install("opt");
    LauncherFixture.program(
        fixture.tools().resolve("java"),
        """
        #!/bin/sh
        for word do
          case $word in
            -XX:ArchiveClassesAtExit=*)
              echo >>"FOLDER/makes"
              while [ -e "FOLDER/wait" ]; do sleep 0.1; done
              [ ! -e "FOLDER/full" ] || exit 1
              echo made >"${word#*=}" && exit
              ;;
            -XX:SharedArchiveFile=*) [ "$(head -n 1 "${word#*=}")" != made ] || archive=yes ;;
          esac
        done
        echo "java ran: $word${archive:+ from an archive}"
        """
            .replace("FOLDER", folder.toString()));
  }

  private String run(Path installation, Map<String, String> environment) throws Exception {
    String printed = fixture.launch(installation, environment, "bin/sidecarctl", "run");
    return printed.endsWith(" from an archive\n[0]") ? WITH : printed;
  }

  private void make(Path installation) throws Exception {
    assertThat(fixture.launch(installation, MAKE, "bin/sidecarctl"))
        .startsWith("sidecarctl: made ")
        .endsWith("[0]");
  }

  private List<Path> archives(Path where) throws IOException {
    try (Stream<Path> all = Files.walk(where)) {
      return all.filter(path -> path.toString().endsWith(".jsa")).toList();
    }
  }

  private long makes() throws IOException {
    Path log = folder.resolve("makes");
    return Files.exists(log) ? Files.size(log) : 0;
  }

  /** Runs it until it does so from an archive that was made in the background. */
  private void untilOneIsThere(Path installation) throws Exception {
    for (int tries = 0; tries < 100 && !run(installation, USE).equals(WITH); tries++) {
      Thread.sleep(100);
    }
    assertThat(run(installation, USE)).isEqualTo(WITH);
  }

  @Test
  void anArchiveThatWasMadeIsUsed() throws Exception {
    make(opt);
    assertThat(run(opt, USE)).isEqualTo(WITH);
    assertThat(run(opt, Map.of("SIDECARCTL_CDS", "off"))).isEqualTo(WITHOUT);
    assertThat(archives(opt.resolve("lib/cds"))).hasSize(1);
  }

  @Test
  void theFirstRunMakesOneForTheNextWithoutAWord() throws Exception {
    assertThat(run(opt, USE)).as("none where CI is set").isEqualTo(WITHOUT);
    assertThat(run(opt, FIRST_USE)).isEqualTo(WITHOUT);
    untilOneIsThere(opt);
    assertThat(makes()).isEqualTo(1);
  }

  @Test
  void twoFirstUsesAtOnceMakeOne() throws Exception {
    Files.createFile(folder.resolve("wait"));
    run(opt, FIRST_USE);
    run(opt, FIRST_USE);
    Thread.sleep(700);
    Files.delete(folder.resolve("wait"));
    untilOneIsThere(opt);
    assertThat(makes()).isEqualTo(1);
    assertThat(folder.resolve("home/.cache")).doesNotExist();
  }

  @Test
  void whatCannotBeMadeIsNotTriedAtEveryStart() throws Exception {
    Files.createFile(folder.resolve("full"));
    run(opt, FIRST_USE);
    Thread.sleep(700);
    run(opt, FIRST_USE);
    Thread.sleep(700);
    assertThat(makes()).isEqualTo(1);
    assertThat(fixture.launch(opt, MAKE, "bin/sidecarctl"))
        .contains("no archive of loaded classes could be made in " + opt + "/bin/../lib/cds or ")
        .endsWith("[4]");
  }

  @Test
  void anotherJavaOrJarNeverRunsFromAnOldArchive() throws Exception {
    make(opt);
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.2\"\n");
    assertThat(run(opt, USE)).isEqualTo(WITHOUT);
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
    assertThat(run(opt, USE)).isEqualTo(WITH);

    Path jar = opt.resolve("lib/sidecarctl.jar");
    FileTime time = Files.getLastModifiedTime(jar);
    Files.writeString(jar, "PK\0\nSum: 4567\r\n");
    Files.setLastModifiedTime(jar, time);
    assertThat(run(opt, USE)).as("one of the same size and time").isEqualTo(WITHOUT);
    make(opt);
    assertThat(run(opt, USE)).isEqualTo(WITH);
    assertThat(archives(opt.resolve("lib/cds"))).as("the old one has gone").hasSize(1);
  }

  @Test
  void anArchiveOrJarThatHasChangedIsNotUsedAndMadeAnew() throws Exception {
    make(opt);
    Path archive = archives(opt).get(0);
    Files.writeString(archive, "mad");
    assertThat(run(opt, FIRST_USE)).isEqualTo(WITHOUT);
    untilOneIsThere(opt);

    for (String time : List.of("2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z")) {
      Files.setLastModifiedTime(
          opt.resolve("lib/sidecarctl.jar"), FileTime.from(Instant.parse(time)));
      assertThat(run(opt, USE)).as("the JVM would not take it either").isEqualTo(WITHOUT);
      make(opt);
      assertThat(run(opt, USE)).isEqualTo(WITH);
    }
  }

  @Test
  void makeMakesItAnewWhateverIsThere() throws Exception {
    make(opt);
    Path archive = archives(opt).get(0);
    FileTime time = Files.getLastModifiedTime(archive);
    Files.writeString(archive, "dame");
    Files.setLastModifiedTime(archive, time);
    make(opt);
    assertThat(archive).hasContent("made\n");
  }

  @Test
  void anArchiveThatTheJvmCrashedOverIsNotUsedAndMadeAnew() throws Exception {
    String java = Files.readString(fixture.tools().resolve("java"));
    make(opt);
    LauncherFixture.program(
        fixture.tools().resolve("java"),
        """
        #!/bin/sh
        for word do
          case $word in -XX:ErrorFile=*) echo crash >"${word#*=}" && exit 134 ;; esac
        done
        """);
    assertThat(run(opt, USE)).isEqualTo("[134]");
    LauncherFixture.program(fixture.tools().resolve("java"), java);
    assertThat(run(opt, FIRST_USE)).isEqualTo(WITHOUT);
    untilOneIsThere(opt);
  }

  @Test
  void aMovedInstallationGetsAnotherOne() throws Exception {
    make(opt);
    Path moved = Files.move(opt, folder.resolve("moved"));
    assertThat(run(moved, FIRST_USE)).isEqualTo(WITHOUT);
    untilOneIsThere(moved);
    assertThat(archives(moved)).as("that of the old place has gone").hasSize(1);
  }

  @Test
  void itIsTheSameFromWhereverItIsCalled() throws Exception {
    make(opt);
    Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
    Files.createSymbolicLink(elsewhere.resolve("link"), opt.resolve("bin/sidecarctl"));
    for (String way : List.of("../../opt/bin/sidecarctl", "./link", opt + "/./bin/sidecarctl")) {
      assertThat(fixture.launch(elsewhere, USE, way, "run")).endsWith("from an archive\n[0]");
    }
  }

  @Test
  void aLongPathIsNoHindrance() throws Exception {
    Path deep = fixture.install("opt-" + ("x".repeat(120) + "/").repeat(4) + "it");
    Files.writeString(deep.resolve("lib/cds"), "no folder");
    run(deep, FIRST_USE);
    untilOneIsThere(deep);
    assertThat(archives(folder.resolve("home/.cache/sidecarctl"))).hasSize(1);
  }

  @Test
  void onlyWhatHasLostItsJavaOrLauncherGoes() throws Exception {
    Path other = fixture.install("other");
    Path gone = fixture.install("gone");
    for (Path installation : List.of(gone, other, opt)) {
      Files.writeString(installation.resolve("lib/cds"), "no folder");
      fixture.launch(installation, MAKE, "bin/sidecarctl");
    }
    Path cache = folder.resolve("home/.cache/sidecarctl");
    assertThat(archives(cache)).hasSize(3);
    for (Path archive : archives(cache)) {
      if (archive.toString().contains("/other/")) {
        Files.setLastModifiedTime(archive, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      }
    }
    Files.delete(gone.resolve("bin/sidecarctl"));
    make(opt);
    assertThat(archives(cache)).hasSize(2).noneMatch(path -> path.toString().contains("/gone/"));
    try (Stream<Path> all = Files.walk(cache)) {
      assertThat(all).as("nor its folders").noneMatch(path -> path.endsWith("gone"));
    }
  }

  @Test
  void whatCannotBeWrittenHasItsArchiveAtHomeForItsOwnerAlone() throws Exception {
    Files.writeString(opt.resolve("lib/cds"), "no folder, and so none to write to");
    Path cache = Files.createDirectories(folder.resolve("home/.cache/sidecarctl"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    run(opt, FIRST_USE);
    untilOneIsThere(opt);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
    Path archive = archives(cache).get(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
  }

  @Test
  void allCanReadTheOneBesideTheJar() throws Exception {
    fixture.launch(opt, MAKE, "/bin/sh", "-c", "umask 077; bin/sidecarctl");
    Path archive = archives(opt).get(0);
    for (Path path = archive.getParent(); !path.endsWith("lib"); path = path.getParent()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .as(path.toString())
          .isEqualTo("rwxr-xr-x");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void aCacheThatIsALinkIsLeftAlone() throws Exception {
    Files.writeString(opt.resolve("lib/cds"), "no folder");
    Path cache = Files.createDirectories(folder.resolve("home/.cache"));
    Path target = Files.createDirectories(folder.resolve("target"));
    Files.createSymbolicLink(cache.resolve("sidecarctl"), target);
    assertThat(fixture.launch(opt, MAKE, "bin/sidecarctl")).endsWith("[4]");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void noHomeNoArchiveAndNoWordAboutIt() throws Exception {
    Files.writeString(opt.resolve("lib/cds"), "no folder");
    Map<String, String> nowhere = Map.of("SIDECARCTL_CDS", "on", "HOME", folder + "/nowhere");
    assertThat(run(opt, nowhere)).isEqualTo(WITHOUT);
    Map<String, String> relative =
        Map.of("SIDECARCTL_CDS", "on", "HOME", "", "XDG_CACHE_HOME", "cache");
    assertThat(run(opt, relative)).isEqualTo(WITHOUT);
    Thread.sleep(700);
    assertThat(makes()).isZero();
    assertThat(folder.resolve("nowhere")).doesNotExist();
    assertThat(opt.resolve("cache")).doesNotExist();
  }

  @Test
  void aRelativeJavaMakesOneToo() throws Exception {
    for (String java : List.of("../jdk/bin/java", "../opt/../jdk/bin/java")) {
      run(opt, Map.of("SIDECARCTL_CDS", "on", "SIDECARCTL_JAVA", java));
      untilOneIsThere(opt);
    }
    assertThat(makes()).isEqualTo(1);
  }

  /** Runs it with the pipe of a caller at a high number, and says how that ended. */
  private String throughAPipe() throws Exception {
    Files.createFile(folder.resolve("wait"));
    String script = "said=$(bin/sidecarctl run 12>&1 2>&1); echo \"$said\"";
    return fixture.launch(opt, FIRST_USE, "/bin/bash", "-c", script);
  }

  @Test
  void aPipeAtAHighNumberIsNotKeptOpen() throws Exception {
    fixture.withBash();
    assertThat(throughAPipe()).as("it returned while one was being made").isEqualTo(WITHOUT);
    Files.delete(folder.resolve("wait"));
    untilOneIsThere(opt);
  }

  @Test
  void whereNoShellCanCloseItNoneIsMade() throws Exception {
    String ended = throughAPipe();
    Files.delete(folder.resolve("wait"));
    assertThat(ended).isEqualTo(WITHOUT);
    Thread.sleep(700);
    assertThat(makes()).isZero();
  }
}
