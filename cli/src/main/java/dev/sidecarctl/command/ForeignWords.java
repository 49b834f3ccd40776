package dev.sidecarctl.command;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What other programs around Kubernetes call what we call otherwise, or do not do: kubectl,
 * istioctl, linkerd, kustomize, helm, and those who format files.
 */
final class ForeignWords {
  private static final String NO_CLUSTER =
      "sidecarctl asks no cluster: pipe what it prints into kubectl apply -f -, which does";
  private static final String DIFF = "say inject -o diff; with --check, too, it writes nothing";
  private static final String NAME_IT = "name what is to go in with -t TEMPLATE, a name or a file";

  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry("kube-inject", "say inject -t TEMPLATE: sidecars come from templates here"),
          Map.entry("add", "say inject"),
          Map.entry("apply", "say inject -f FILE | kubectl apply -f -"),
          Map.entry("build", "say inject -f FILE; it prints the manifests"),
          Map.entry("check", "say inject --check, or validate"),
          Map.entry("create", "say inject -f FILE | kubectl create -f -"),
          Map.entry("delete", "say eject"),
          Map.entry("diff", DIFF),
          Map.entry("dry-run", "say plan, or inject --check -o diff"),
          Map.entry("explain", "say plan, or help templates"),
          Map.entry("get", "say status"),
          Map.entry("install", "say inject; plugin install makes it known to kustomize"),
          Map.entry("lint", "say validate"),
          Map.entry("list", "say status"),
          Map.entry("ls", "say status"),
          Map.entry("options", "say help COMMAND"),
          Map.entry("preview", "say plan"),
          Map.entry("remove", "say eject"),
          Map.entry("render", "say inject; a chart is rendered first: helm template . | …"),
          Map.entry("rm", "say eject"),
          Map.entry("rollback", "say eject, or inject with the older template"),
          Map.entry("settings", "say config"),
          Map.entry("uninstall", "say eject"),
          Map.entry("update", "say inject: it brings what it once added up to date"),
          Map.entry("upgrade", "say inject: it brings what it once added up to date"),
          Map.entry("verify", "say validate, or inject --check"),
          Map.entry("version", "say --version"),
          Map.entry("view", "say status, or config"));

  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("--dry-run", "say --check, which writes nothing; -o diff shows what changes"),
          Map.entry("--diff", DIFF),
          Map.entry("--context", NO_CLUSTER),
          Map.entry("--kubeconfig", NO_CLUSTER),
          Map.entry("--cluster", NO_CLUSTER),
          Map.entry("--server-side", NO_CLUSTER),
          Map.entry("--all-namespaces", "say kubectl get … -A -o yaml | sidecarctl … -f -"),
          Map.entry("--kustomize", "say kustomize build FOLDER | sidecarctl … -f -"),
          Map.entry("-k", "say kustomize build FOLDER | sidecarctl … -f -"),
          Map.entry("--selector", "a template says itself what it matches: spec.match.labels"),
          Map.entry("-l", "a template says itself what it matches: spec.match.labels"),
          Map.entry("--force", "say --on-conflict replace"),
          Map.entry("--overwrite", "say --on-conflict replace"),
          Map.entry("--manual", "leave it out: sidecars are always written into the manifest"),
          Map.entry("--sidecar", NAME_IT),
          Map.entry("--image", "an image is the template's; or say --set, if it has a parameter"),
          Map.entry("--proxy-image", "say --set, if the template has a parameter for the image"),
          Map.entry("--injectConfigFile", NAME_IT),
          Map.entry("--injectConfigMapName", NAME_IT),
          Map.entry("--meshConfigFile", "say --set NAME=VALUE for each parameter of the template"),
          Map.entry("--values", "say --set, or write it under parameters in .sidecarctl.yaml"),
          Map.entry("--set-string", "say --set: the parameter's type is known"),
          Map.entry("--set-file", "say --set NAME=\"$(cat FILE)\""),
          Map.entry("--kube-version", "say --kubernetes-version"),
          Map.entry("--config", "leave it out: the nearest .sidecarctl.yaml above a file counts"),
          Map.entry("--exclude", "list it under exclude in .sidecarctl.yaml"),
          Map.entry("--ignore", "list it under exclude in .sidecarctl.yaml"),
          Map.entry("--write", "say -i"),
          Map.entry("-w", "say -i"),
          Map.entry("-r", "say -R"),
          Map.entry("--stdin", "say -f -"),
          Map.entry("--file", "say -f, or --filename"),
          Map.entry("--input", "say -f, or --filename"),
          Map.entry("--output-file", "say > FILE; or -i, to change the files themselves"),
          Map.entry("--output-dir", "copy the files, and say -i -R on the copy"),
          Map.entry("--format", "say -o, or --report"),
          Map.entry("--json", "say -o json, or --report json"),
          Map.entry("--yaml", "leave it out: manifests are printed as YAML"),
          Map.entry("--schema-location", "say --crd for custom resources; the others are known"),
          Map.entry("--ignore-missing-schemas", "leave it out: what is not known passes through"),
          Map.entry("--strict", "say --validate strict, or --warnings-as-errors"),
          Map.entry("--fail-on-warning", "say --warnings-as-errors"),
          Map.entry("--debug", "say -v"),
          Map.entry("--silent", "say -q"),
          Map.entry("--no-color", "say --color never"),
          Map.entry("--version", "it stands before the command: sidecarctl --version"),
          Map.entry("-V", "it stands before the command: sidecarctl --version"));

  private ForeignWords() {}

  /** The commands that it knows. */
  static Set<String> commands() {
    return COMMANDS.keySet();
  }

  /** The options that it knows. */
  static Set<String> options() {
    return OPTIONS.keySet();
  }

  /** What to say instead of a command of another program. */
  static Optional<String> command(String word) {
    return Optional.ofNullable(COMMANDS.get(word));
  }

  /** What to say instead of an option of another program; named without its value. */
  static Optional<String> option(String name) {
    return Optional.ofNullable(OPTIONS.get(name));
  }
}
