package dev.sidecarctl.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures whole processes, {@code sidecarctl inject} beside {@code kubectl kustomize}: in turns,
 * so that a busy moment hits both, and as ratios, since a machine's milliseconds say little of
 * another.
 *
 * <p>A single source file that needs nothing but a JDK; {@code bench/run} starts it.
 */
public final class Benchmark {
  private static final int COLD_ROUNDS = 15;
  private static final int BULK_ROUNDS = 3;
  private static final int FILES = 5_000;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Path program;
  private final Path work;
  private final List<String> javas;

  /** What the launcher is to do about archives of loaded classes. */
  private String archives = "off";

  /**
   * What a process took, in milliseconds.
   *
   * @param wall from start to end
   * @param cpu of all its threads, in its own code and the kernel's
   */
  private record Cost(double wall, double cpu) {}

  private Benchmark(Path program, Path work, List<String> javas) {
    this.program = program;
    this.work = work;
    this.javas = javas;
  }

  /**
   * Prints the tables.
   *
   * @param arguments the source tree, an empty folder, and the javas to measure with
   */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    List<String> javas = Arrays.asList(arguments).subList(2, arguments.length);
    new Benchmark(root.resolve("sidecarctl"), Path.of(arguments[1]), javas).run();
  }

  private void run() throws IOException, InterruptedException {
    OUT.println("| to the time of kubectl kustomize | wall | CPU |");
    OUT.println("| --- | --- | --- |");
    besideThePeer("one Deployment and Service", 1, COLD_ROUNDS);
    besideThePeer("1,000 documents", 500, BULK_ROUNDS);
    besideThePeerWithArchive(COLD_ROUNDS);
    OUT.println();
    OUT.println("| to the time with --validate ignore | wall | CPU |");
    OUT.println("| --- | --- | --- |");
    for (String java : javas) {
      besideItselfUnchecked("one Deployment and Service", 1, COLD_ROUNDS, java);
      besideItselfUnchecked("1,000 documents", 500, COLD_ROUNDS, java);
    }
    OUT.println();
    OUT.println("| alone | wall | CPU |");
    OUT.println("| --- | --- | --- |");
    for (String java : javas) {
      for (int documents : new int[] {1_000, 2_000, 5_000, 10_000}) {
        Path file = manifests(documents / 2);
        row(documents + " documents, " + version(java), times(java, List.of(), inject(file)));
      }
      Path file = manifests(500);
      row("1000 documents in -Xmx128m, " + version(java), times(java, small(), inject(file)));
    }
    unchangedFolder();
  }

  // --- beside the peer ---------------------------------------------------------------------------

  private void besideThePeer(String what, int pairs, int rounds)
      throws IOException, InterruptedException {
    Path folder = kustomization(pairs);
    List<String> peer = List.of("kubectl", "kustomize", folder.toString());
    List<Cost> peers = new ArrayList<>();
    List<List<Cost>> ours = new ArrayList<>();
    javas.forEach(java -> ours.add(new ArrayList<>()));
    for (int round = -1; round < rounds; round++) {
      Cost peerCost = time("java", List.of(), peer);
      List<Cost> costs = new ArrayList<>();
      for (String java : javas) {
        costs.add(time(java, List.of(), inject(folder.resolve("app.yaml"))));
      }
      if (round >= 0) { // the first fills the file system's cache
        peers.add(peerCost);
        for (int i = 0; i < costs.size(); i++) {
          ours.get(i).add(costs.get(i));
        }
      }
    }
    for (int i = 0; i < javas.size(); i++) {
      ratio(what, rounds, javas.get(i), ours.get(i), peers);
    }
  }

  /** The same once the launcher has made its archives of loaded classes. */
  private void besideThePeerWithArchive(int rounds) throws IOException, InterruptedException {
    for (String java : javas) {
      archives = "make";
      time(java, List.of(), List.of(program.toString()));
    }
    archives = "on";
    besideThePeer("one Deployment and Service, with the archive", 1, rounds);
    archives = "off";
  }

  /** What the checks cost: the same command with them and without, in turns. */
  private void besideItselfUnchecked(String what, int pairs, int rounds, String java)
      throws IOException, InterruptedException {
    List<String> checked = inject(manifests(pairs));
    List<String> unchecked = new ArrayList<>(checked);
    unchecked.addAll(List.of("--validate", "ignore"));
    List<Cost> with = new ArrayList<>();
    List<Cost> without = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      without.add(time(java, List.of(), unchecked));
      with.add(time(java, List.of(), checked));
    }
    ratio(what, rounds, java, with, without);
  }

  private void ratio(String what, int rounds, String java, List<Cost> ours, List<Cost> peers)
      throws IOException {
    OUT.printf(
        Locale.ROOT,
        "| %s, %s, %d rounds | %.2f | %.2f |%n",
        what,
        version(java),
        rounds,
        median(ours, true) / median(peers, true),
        median(ours, false) / median(peers, false));
  }

  /** A kustomization with a patch that adds what the catalogue's template adds. */
  private Path kustomization(int pairs) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("peer-" + pairs));
    if (Files.exists(folder.resolve("app.yaml"))) {
      return folder;
    }
    Files.copy(manifests(pairs), folder.resolve("app.yaml"));
    Path bare = Files.writeString(work.resolve("bare.yaml"), deployment(0));
    Path injected = work.resolve("injected.yaml");
    start("java", List.of(), inject(bare), injected);
    StringBuilder patch = new StringBuilder();
    for (String line : Files.readAllLines(injected)) {
      if (!line.contains("annotations:") && !line.contains("sidecarctl.dev/status")) {
        patch.append(line).append('\n');
      }
    }
    Files.writeString(folder.resolve("patch.yaml"), patch);
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        resources: [app.yaml]
        patches:
          - path: patch.yaml
            target: {kind: Deployment}
        """);
    return folder;
  }

  // --- alone -------------------------------------------------------------------------------------

  private void unchangedFolder() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("many"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(folder.resolve("app-" + i + ".yaml"), deployment(i));
    }
    List<String> command =
        List.of(
            program.toString(), "inject", "-q", "-i", folder.toString(), "-t", "sidecar-logger");
    start(javas.get(0), List.of(), command, work.resolve("out"));
    for (int i = 0; i < FILES; i++) {
      Files.setLastModifiedTime(folder.resolve("app-" + i + ".yaml"), FileTime.fromMillis(0));
    }
    Map<Path, Object> before = state(folder);
    for (String java : javas) {
      row(FILES + " files without a change, " + version(java), times(java, List.of(), command));
    }
    boolean touched = !before.equals(state(folder));
    OUT.println("\n" + (touched ? "FILES WERE TOUCHED" : "No file was touched."));
  }

  /** What tells whether a file was written, or another one put in its place. */
  private static Map<Path, Object> state(Path folder) throws IOException {
    Map<Path, Object> state = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        state.put(file, Files.readAttributes(file, "unix:ino,lastModifiedTime,ctime"));
      }
    }
    return state;
  }

  private List<Cost> times(String java, List<String> options, List<String> command)
      throws IOException, InterruptedException {
    List<Cost> costs = new ArrayList<>();
    for (int round = 0; round < BULK_ROUNDS; round++) {
      costs.add(time(java, options, command));
    }
    return costs;
  }

  private static void row(String what, List<Cost> costs) {
    OUT.printf(
        Locale.ROOT,
        "| %s | %.2f s | %.2f s |%n",
        what,
        median(costs, true) / 1000,
        median(costs, false) / 1000);
  }

  // --- manifests ---------------------------------------------------------------------------------

  /** A file with so many Deployments, and as many Services. */
  private Path manifests(int pairs) throws IOException {
    Path file = work.resolve("manifests-" + pairs + ".yaml");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pairs; i++) {
      text.append(i == 0 ? "" : "---\n").append(deployment(i)).append("---\n").append(service(i));
    }
    return Files.writeString(file, text);
  }

  private static String deployment(int i) {
    return """
        # The front end of shop %d
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web-%d
          labels: {app: web-%d}
        spec:
          replicas: 2
          selector:
            matchLabels: {app: web-%d}
          template:
            metadata:
              labels: {app: web-%d}
            spec:
              containers:
                - name: web
                  image: "my-web-server:1.0"   # bumped by the release job
                  ports:
                    - containerPort: 8080
                  resources:
                    requests: {cpu: 100m, memory: 64Mi}
        """
        .replace("%d", Integer.toString(i));
  }

  private static String service(int i) {
    return """
        apiVersion: v1
        kind: Service
        metadata:
          name: web-%d
        spec:
          selector: {app: web-%d}
          ports:
            - port: 80
              targetPort: 8080
        """
        .replace("%d", Integer.toString(i));
  }

  // --- processes ---------------------------------------------------------------------------------

  private List<String> inject(Path file) {
    return List.of(
        program.toString(), "inject", "-q", "-f", file.toString(), "-t", "sidecar-logger");
  }

  private static List<String> small() {
    return List.of("-Xmx128m");
  }

  private Cost time(String java, List<String> options, List<String> command)
      throws IOException, InterruptedException {
    return start(java, options, command, work.resolve("out"));
  }

  /** Runs a command to its end; bash tells what it cost. */
  private Cost start(String java, List<String> options, List<String> command, Path output)
      throws IOException, InterruptedException {
    Path times = work.resolve("times");
    Path errors = work.resolve("errors");
    List<String> timed = new ArrayList<>();
    timed.add("bash");
    timed.add("-c");
    timed.add("TIMEFORMAT='%R %U %S'; { time \"$@\" 2>\"$0.err\"; } 2>\"$0\"");
    timed.add(times.toString());
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed);
    builder.environment().put("SIDECARCTL_JAVA", java);
    builder.environment().put("SIDECARCTL_CDS", archives);
    if (!options.isEmpty()) {
      builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options));
    }
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    int status = builder.start().waitFor();
    if (status != 0) {
      String said = Files.readString(Path.of(times + ".err"));
      throw new IOException(command + " ends with " + status + ": " + said);
    }
    String[] parts = Files.readString(times).strip().split(" ");
    double wall = Double.parseDouble(parts[0]) * 1000;
    return new Cost(wall, (Double.parseDouble(parts[1]) + Double.parseDouble(parts[2])) * 1000);
  }

  private static double median(List<Cost> costs, boolean wall) {
    double[] sorted =
        costs.stream().mapToDouble(cost -> wall ? cost.wall() : cost.cpu()).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** {@code JDK 17}, as the program itself says. */
  private String version(String java) throws IOException {
    Process process = new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String version = said.substring(said.indexOf('"') + 1);
    return "JDK " + version.split("[.\"-]", 2)[0];
  }
}
