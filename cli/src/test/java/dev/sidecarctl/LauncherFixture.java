package dev.sidecarctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A source tree with the launcher in it, and stand-ins for Maven and a JDK. */
final class LauncherFixture {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));

  /** What the launcher needs of the host. */
  private static final List<String> HOST =
      List.of(
          "chmod",
          "find",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sleep",
          "touch");

  private final Path folder;
  private final Path host;

  LauncherFixture(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    host = Files.createDirectories(this.folder.resolve("host"));
    for (String name : HOST) {
      String call = name.equals("sleep") ? "sleep 0.1" : name + " \"$@\"";
      program(
          host.resolve(name), "#!/bin/sh\nPATH=" + System.getenv("PATH") + " exec " + call + "\n");
    }
    copyTheLauncher();
    program(
        tools().resolve("mvn"),
        """
        #!/bin/sh
        for word do
          case $word in
            -Dquick=*) printf 'PK\\0\\nSum: 0a1b\\r\\n' >"cli/target/${word#-Dquick=}/sidecarctl.jar" ;;
          esac
        done
        """);
    program(tools().resolve("java"), "#!/bin/sh\nfor last do :; done\necho \"java ran: $last\"\n");
    Files.writeString(this.folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
  }

  private void copyTheLauncher() throws IOException {
    Files.createDirectories(tree().resolve("cli/src/main"));
    Files.createDirectories(tree().resolve("templates"));
    Files.createDirectories(tools());
    Files.writeString(tree().resolve("pom.xml"), "");
    Files.writeString(tree().resolve("cli/pom.xml"), "");
    program(tree().resolve("sidecarctl"), Files.readString(ROOT.resolve("sidecarctl")));
  }

  Path tree() {
    return folder.resolve("a tree");
  }

  /** The folder of the java and the mvn that the launcher finds. */
  Path tools() {
    return folder.resolve("jdk/bin");
  }

  /** A folder like that of an unpacked tarball. */
  Path install(String name) throws IOException {
    Path place = folder.resolve(name);
    Files.createDirectories(place.resolve("bin"));
    Files.createDirectories(place.resolve("lib"));
    program(place.resolve("bin/sidecarctl"), Files.readString(ROOT.resolve("sidecarctl")));
    Files.writeString(place.resolve("lib/sidecarctl.jar"), "PK\0\nSum: 0123\r\n");
    return place;
  }

  /** Lets the launcher find the host's bash too. */
  void withBash() throws IOException {
    Files.createSymbolicLink(host.resolve("bash"), Path.of("/bin/bash"));
  }

  /** All that is printed, then the exit status in brackets. */
  String launch(Path where, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Path printed = Files.createTempFile(folder, "printed", "");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\"", "sh"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    for (String name : List.of("JAVA_HOME", "SIDECARCTL_JAVA", "CI", "XDG_CACHE_HOME")) {
      builder.environment().remove(name);
    }
    builder.environment().put("HOME", Files.createDirectories(folder.resolve("home")).toString());
    builder.environment().put("SIDECARCTL_CDS", "off");
    builder.environment().put("PATH", tools() + ":" + host);
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return Files.readString(printed) + "[" + status + "]";
  }

  static void program(Path path, String text) throws IOException {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
