package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.ManifestFinding;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The workload that a sidecar was copied into.
 *
 * @param spec its pod's {@code spec}
 * @param described its kind and name, and the file
 */
record CopiedFrom(Value.Mapping spec, String described) {

  /**
   * Finds it.
   *
   * @param file where it is, or {@code -}
   * @param containers the sidecars, at least one
   * @param wanted {@code KIND/NAME} or {@code NAME}; empty where only one workload can be meant
   * @throws StoppedException when there is none, or more than one
   */
  static CopiedFrom find(String file, List<String> containers, String wanted, Surroundings around) {
    Source source = read(file, around);
    List<Workload> workloads = new ArrayList<>();
    for (Workload workload : workloads(source)) {
      if (wanted.isEmpty() || isMeant(workload, wanted)) {
        workloads.add(workload);
      }
    }
    if (workloads.isEmpty()) {
      throw StoppedException.usage(
          source.name() + " holds no workload" + (wanted.isEmpty() ? "" : " " + wanted),
          NearestWord.help(wanted, described(workloads(source))));
    }
    if (containers.isEmpty()) {
      throw StoppedException.usage(
          "nothing says which container is the sidecar",
          "say "
              + TemplateNewVerb.CONTAINER
              + ", one of: "
              + String.join(", ", containersOf(workloads)));
    }
    Workload workload = theOneWith(containers, workloads);
    return new CopiedFrom(
        workload.pod().mapping("spec"), workload.id().describe() + " in " + source.name());
  }

  private static Source read(String file, Surroundings around) {
    if (file.isEmpty()) {
      throw StoppedException.usage(TemplateNewVerb.FROM + " names no file", "");
    }
    InputReader reader = new InputReader(around.in());
    return file.equals("-")
        ? reader.read(Input.standardInput())
        : reader.read(file, around.folder().resolve(file));
  }

  private static List<Workload> workloads(Source source) {
    try {
      List<Workload> workloads = new ArrayList<>();
      for (YamlDocument document : YamlStream.of(source).documents()) {
        if (!document.isEmpty()) {
          for (ManifestFinding finding : ManifestFinding.of(document, WorkloadKinds.builtIn())) {
            if (finding instanceof ManifestFinding.Injectable injectable) {
              workloads.add(injectable.workload());
            }
          }
        }
      }
      return workloads;
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private static boolean isMeant(Workload workload, String wanted) {
    int slash = wanted.indexOf('/');
    boolean kind = slash < 0 || workload.id().kind().equalsIgnoreCase(wanted.substring(0, slash));
    return kind && workload.id().name().equals(wanted.substring(slash + 1));
  }

  private static Workload theOneWith(List<String> containers, List<Workload> workloads) {
    List<Workload> having = new ArrayList<>();
    for (Workload workload : workloads) {
      if (containersOf(List.of(workload)).containsAll(containers)) {
        having.add(workload);
      }
    }
    if (having.size() > 1) {
      throw StoppedException.usage(
          "several workloads have " + String.join(" and ", containers),
          "say which with "
              + TemplateNewVerb.WORKLOAD
              + ": "
              + String.join(", ", described(having)));
    }
    if (having.isEmpty()) {
      List<String> known = containersOf(workloads);
      String missing =
          containers.stream().filter(name -> !known.contains(name)).findFirst().orElse("");
      throw StoppedException.usage(
          missing.isEmpty()
              ? "no workload has all of " + String.join(", ", containers)
              : "there is no container " + missing,
          NearestWord.help(missing, known));
    }
    return having.get(0);
  }

  private static List<String> containersOf(List<Workload> workloads) {
    List<String> names = new ArrayList<>();
    for (Workload workload : workloads) {
      Value.Mapping spec = workload.pod().mapping("spec");
      for (String list : List.of("initContainers", "containers")) {
        for (Value item : spec.sequence(list).items()) {
          if (item instanceof Value.Mapping container) {
            container.findText("name").filter(name -> !names.contains(name)).ifPresent(names::add);
          }
        }
      }
    }
    return names;
  }

  private static List<String> described(List<Workload> workloads) {
    return workloads.stream()
        .map(workload -> workload.id().kind() + "/" + workload.id().name())
        .toList();
  }
}
