package dev.sidecarctl.check;

import dev.sidecarctl.check.DocumentCheck.CheckedDocument;
import dev.sidecarctl.check.DocumentCheck.CheckedObject;
import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what we say of manifests with what an API server says, from a file of its verdicts: a
 * JSON object a line with {@code file}, {@code verdict} ({@code accepted} or {@code refused}),
 * {@code decodeErrors}, {@code errors} (each with {@code type}, {@code field} and {@code message}),
 * {@code warnings} and {@code dropped}. {@code docs/checks.md} has the command.
 */
public final class VerdictComparison {
  private static final Set<FaultType> OURS =
      Set.of(FaultType.DROPPED, FaultType.FAILS_LATER, FaultType.NOT_SERVED);

  private final Path folder;
  private final KubernetesVersion version;
  private final Checker checker;
  private final Map<String, Integer> matrix = new LinkedHashMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private int paths;
  private int equalPaths;
  private final List<String> otherPaths = new ArrayList<>();
  private int drops;
  private int equalDrops;
  private final List<String> otherDrops = new ArrayList<>();
  private int controlSets;
  private int equalControlSets;
  private final List<String> otherControls = new ArrayList<>();
  private int warnings;
  private int equalWarnings;
  private final List<String> otherWarnings = new ArrayList<>();

  VerdictComparison(Path folder, KubernetesVersion version, Checker checker) {
    this.folder = folder;
    this.version = version;
    this.checker = checker;
    for (String theirs : List.of("accepted", "refused")) {
      for (String ours : List.of("accepted", "refused")) {
        matrix.put(theirs + " / " + ours, 0);
      }
    }
  }

  /** FOLDER VERDICTS TABLE [VERSION]. */
  public static void main(String[] arguments) throws IOException {
    KubernetesVersion version =
        arguments.length > 3
            ? KubernetesVersion.parse(arguments[3]).orElseThrow()
            : KubernetesVersion.NEWEST;
    String table = Files.readString(Path.of(arguments[2]));
    VerdictComparison comparison =
        new VerdictComparison(Path.of(arguments[0]), version, new Checker(() -> table));
    comparison.compare(Path.of(arguments[1]));
    System.out.print(comparison.report());
    if (!comparison.disagreements().isEmpty()) {
      System.exit(1);
    }
  }

  /** Where one says accepted and the other refused. */
  List<String> disagreements() {
    return disagreements;
  }

  /** The part of the API server's field paths that we name, too. */
  double pathAgreement() {
    return paths == 0 ? 1 : (double) equalPaths / paths;
  }

  /** Where the controls of a Pod Security Standard differ. */
  List<String> otherControls() {
    return otherControls;
  }

  /** The part of the API server's warnings that we give, too. */
  double warningAgreement() {
    return warnings == 0 ? 1 : (double) equalWarnings / warnings;
  }

  void compare(Path verdicts) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    Map<String, List<JsonNode>> byFile = new LinkedHashMap<>();
    for (String line : Files.readAllLines(verdicts)) {
      JsonNode verdict = mapper.readTree(line);
      if (!verdict.get("verdict").asString().equals("skipped")) {
        String file = verdict.get("file").asString();
        byFile.computeIfAbsent(file, key -> new ArrayList<>()).add(verdict);
      }
    }
    byFile.forEach(this::compare);
  }

  /** What we say of one file. */
  private record Said(
      boolean refused,
      Set<String> paths,
      Set<String> warnings,
      Set<String> dropped,
      List<String> messages) {}

  private void compare(String file, List<JsonNode> verdicts) {
    Said said = check(folder.resolve(file));
    comparePodSecurity(file, verdicts);
    if (onlyDuplicates(verdicts)) {
      matrix.merge(
          "duplicate keys / " + (said.refused() ? "refused" : "accepted"), 1, Integer::sum);
      return;
    }
    boolean refused = false;
    Set<String> theirPaths = new TreeSet<>();
    Set<String> theirWarnings = new TreeSet<>();
    List<String> messages = new ArrayList<>();
    boolean decoded = true;
    for (JsonNode verdict : verdicts) {
      refused |= verdict.get("verdict").asString().equals("refused");
      decoded &= verdict.get("decodeErrors").isEmpty();
      for (JsonNode error : verdict.get("errors")) {
        theirPaths.add(normal(error.get("field").asString()));
        messages.add(error.get("message").asString());
      }
      for (JsonNode error : verdict.get("decodeErrors")) {
        messages.add(error.asString());
      }
      if (verdict.get("errors").isEmpty() && verdict.get("decodeErrors").isEmpty()) {
        for (JsonNode warning : verdict.get("warnings")) {
          theirWarnings.add(warning.asString());
        }
      }
    }
    String theirs = refused ? "refused" : "accepted";
    String ours = said.refused() ? "refused" : "accepted";
    matrix.merge(theirs + " / " + ours, 1, Integer::sum);
    if (refused != said.refused()) {
      disagreements.add(
          file
              + ": "
              + theirs
              + " / "
              + ours
              + "\n    theirs: "
              + messages
              + "\n    ours:   "
              + said.messages());
    }
    if (decoded) {
      compareDropped(file, verdicts, said);
      boolean stopped = messages.stream().anyMatch(text -> text.endsWith("invalid label selector"));
      comparePaths(file, theirPaths, said, stopped);
    }
    if (!refused && !said.refused()) {
      compareWarnings(file, theirWarnings, said);
    }
  }

  /** An API server refuses them, but kubectl sends it only the last one; we refuse them, too. */
  private static boolean onlyDuplicates(List<JsonNode> verdicts) {
    boolean duplicates = false;
    for (JsonNode verdict : verdicts) {
      JsonNode viaKubectl = verdict.get("viaKubectl");
      boolean refused = verdict.get("verdict").asString().equals("refused");
      if (refused && viaKubectl != null && viaKubectl.asString().equals("accepted")) {
        duplicates = true;
      } else if (refused) {
        return false;
      }
    }
    return duplicates;
  }

  private void comparePaths(String file, Set<String> theirs, Said said, boolean stopped) {
    Set<String> all = new TreeSet<>(theirs);
    all.addAll(said.paths());
    if (stopped) {
      // Where a selector cannot be read, an API server does not look at the template; we do.
      all.removeIf(path -> path.startsWith("spec.template."));
    }
    for (String path : all) {
      paths++;
      if (theirs.contains(path) && said.paths().contains(path)) {
        equalPaths++;
      } else {
        otherPaths.add(
            file
                + ": "
                + path
                + " only "
                + (theirs.contains(path) ? "theirs" : "ours")
                + " "
                + said.messages());
      }
    }
  }

  /** The fields that disappear without a word; a list of them counts for what is in it. */
  private void compareDropped(String file, List<JsonNode> verdicts, Said said) {
    Set<String> theirs = new TreeSet<>();
    for (JsonNode verdict : verdicts) {
      verdict.path("dropped").forEach(path -> theirs.add(path.asString()));
    }
    for (String path : theirs) {
      drops++;
      if (said.dropped().stream()
          .anyMatch(ours -> path.startsWith(ours) || ours.startsWith(path))) {
        equalDrops++;
      } else {
        otherDrops.add(file + ": " + path + " only theirs");
      }
    }
    for (String path : said.dropped()) {
      if (theirs.stream().noneMatch(other -> path.startsWith(other) || other.startsWith(path))) {
        drops++;
        otherDrops.add(file + ": " + path + " only ours");
      }
    }
  }

  /** The controls of each level, by their names. */
  private void comparePodSecurity(String file, List<JsonNode> verdicts) {
    for (PodSecurityLevel level : List.of(PodSecurityLevel.BASELINE, PodSecurityLevel.RESTRICTED)) {
      Set<String> theirs = new TreeSet<>();
      for (JsonNode verdict : verdicts) {
        JsonNode controls = verdict.path("pss").path(level.word());
        if (!verdict.get("decodeErrors").isEmpty() || controls.isMissingNode()) {
          return;
        }
        controls.forEach(control -> theirs.add(controlName(control.asString())));
      }
      Set<String> ours = new TreeSet<>();
      for (String message : findings(folder.resolve(file), level)) {
        ours.add(controlName(message.substring(message.indexOf("\": ") + 3)));
      }
      controlSets++;
      if (ours.equals(theirs)) {
        equalControlSets++;
      } else {
        otherControls.add(file + ": " + level.word() + ": theirs " + theirs + ", ours " + ours);
      }
    }
  }

  private static String controlName(String message) {
    String name = message.substring(0, message.indexOf(" ("));
    return name.endsWith("profiles") ? name.substring(0, name.length() - 1) : name;
  }

  private List<String> findings(Path file, PodSecurityLevel level) {
    List<String> messages = new ArrayList<>();
    CheckSettings settings = new CheckSettings(version, false, Optional.of(level));
    DocumentCheck check =
        new DocumentCheck(checker, settings, WorkloadKinds.builtIn(), id -> Optional.empty());
    try {
      for (YamlDocument document : YamlStream.of(read(file)).documents()) {
        for (CheckedObject object : check.check(document).objects()) {
          for (Finding finding : object.findings()) {
            if (finding.type() == FaultType.POD_SECURITY) {
              messages.add(finding.message());
            }
          }
        }
      }
    } catch (RefusedException e) {
      // Counted as refused.
    }
    return messages;
  }

  private void compareWarnings(String file, Set<String> theirs, Said said) {
    Set<String> all = new TreeSet<>(theirs);
    all.addAll(said.warnings());
    for (String warning : all) {
      warnings++;
      if (theirs.contains(warning) && said.warnings().contains(warning)) {
        equalWarnings++;
      } else {
        otherWarnings.add(
            file + ": " + warning + " only " + (theirs.contains(warning) ? "theirs" : "ours"));
      }
    }
  }

  private static Source read(Path file) {
    try {
      return new Source(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Said check(Path file) {
    Source source = read(file);
    CheckSettings settings = new CheckSettings(version, false, Optional.empty());
    DocumentCheck check =
        new DocumentCheck(checker, settings, WorkloadKinds.builtIn(), id -> Optional.empty());
    boolean refused = false;
    Set<String> found = new TreeSet<>();
    Set<String> warned = new TreeSet<>();
    Set<String> dropped = new TreeSet<>();
    List<String> messages = new ArrayList<>();
    try {
      YamlStream stream = YamlStream.of(source);
      for (Diagnostic warning : stream.warnings()) {
        refused |=
            warning.code() == Code.DOCUMENT_SEPARATOR || warning.code() == Code.YAML_DIRECTIVE;
        messages.add(warning.message());
      }
      for (YamlDocument document : stream.documents()) {
        CheckedDocument checked = check.check(document);
        for (Diagnostic diagnostic : checked.diagnostics()) {
          refused |= diagnostic.isError();
          messages.add(diagnostic.message());
        }
        for (CheckedObject object : checked.objects()) {
          for (Finding finding : object.findings()) {
            messages.add(finding.message());
            if (finding.isWarning()) {
              warned.add(finding.message());
            } else if (finding.type() == FaultType.DROPPED) {
              dropped.add(finding.path());
            } else if (!OURS.contains(finding.type())) {
              refused = true;
              found.add(normal(finding.path()));
            }
          }
        }
      }
    } catch (RefusedException e) {
      refused = true;
      e.diagnostics().forEach(diagnostic -> messages.add(diagnostic.message()));
    }
    return new Said(refused, found, warned, dropped, messages);
  }

  /**
   * The same text for two paths of one field where an API server forgets an index, or says another
   * name than that of the field.
   */
  static String normal(String path) {
    return path.replaceAll("(template)\\.(labels|annotations)", "$1.metadata.$2")
        .replaceAll(
            "(volumeMounts|resizePolicy|httpHeaders|envFrom|initContainers|finalizers|ownerReferences)\\[\\d+\\]",
            "$1")
        .replaceAll("downwardAPI\\.items\\[\\d+\\]", "downwardAPI")
        .replaceAll("(projected)\\.sources\\[\\d+\\]\\.serviceAccountToken\\.path", "$1.path")
        .replaceAll("(projected)\\.sources\\[\\d+\\]\\.downwardAPI\\.items\\[\\d+\\]", "$1")
        .replaceAll("annotations\\.([a-z.]+/[a-z]+)$", "annotations[$1]")
        .replace(".persistentDisk", ".gcePersistentDisk")
        .replace(".downwarAPI", ".downwardAPI")
        .replace(".cephFS", ".cephfs")
        .replace(".LoadBalancerSourceRanges", ".loadBalancerSourceRanges")
        .replace(".HostPID", ".hostPID")
        .replace(".HostIPC", ".hostIPC")
        .replaceAll(
            "resources\\.containers(\\[\\d+\\])(\\[[^\\]]+\\])\\.limits",
            "containers$1.resources.limits$2")
        .replaceAll(
            "volumeClaimTemplates\\[\\d+\\]\\.metadata\\.name", "template.spec.volumes.name")
        .replaceAll("template\\.spec\\.volumes\\[\\d+\\]\\.name", "template.spec.volumes.name")
        .replaceAll("overhead\\.limits", "overhead");
  }

  String report() {
    StringBuilder text = new StringBuilder("API server / sidecarctl\n");
    matrix.forEach((key, count) -> text.append(String.format("%6d  %s%n", count, key)));
    text.append(String.format("field paths: %d of %d equal%n", equalPaths, paths));
    text.append(String.format("warnings: %d of %d equal%n", equalWarnings, warnings));
    text.append(
        String.format("pod security: %d of %d sets equal%n", equalControlSets, controlSets));
    text.append(String.format("dropped fields: %d of %d equal%n", equalDrops, drops));
    for (List<String> list :
        List.of(disagreements, otherPaths, otherWarnings, otherControls, otherDrops)) {
      text.append('\n');
      list.forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }
}
