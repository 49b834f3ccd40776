package dev.sidecarctl.command;

import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The options that several verbs share, each worded once: one line for the help, and, behind a line
 * break, what is to be known beyond that. All values are texts: what they mean is decided, and
 * complained of, where they are used.
 */
final class OptionSpecs {
  static final String FILE = "-f";
  static final String DEEP = "-R";
  static final String TEMPLATE = "-t";
  static final String SET = "--set";
  static final String KUBERNETES_VERSION = "--kubernetes-version";
  static final String IN_PLACE = "-i";
  static final String CHECK = "--check";
  static final String OUTPUT = "-o";
  static final String NAMESPACE = "-n";
  static final String SKIP_UNRENDERED = "--skip-unrendered";
  static final String ONLY_MANIFESTS = "--only-manifests";
  static final String ON_CONFLICT = "--on-conflict";
  static final String WARNINGS_AS_ERRORS = "--warnings-as-errors";
  static final String ON_HOST_NETWORK = "--on-host-network";
  static final String ADOPT = "--adopt";
  static final String PRUNE = "--prune";
  static final String FAIL_ON_DRIFT = "--fail-on-drift";
  static final String VALIDATE = "--validate";
  static final String REPORT = "--report";
  static final String POD_SECURITY = "--pod-security";
  static final String CRD = "--crd";
  static final String ALLOW_ALPHA = "--allow-alpha";
  static final String QUIET = "-q";
  static final String VERBOSE = "-v";
  static final String COLOR = "--color";
  static final String HELP = "--help";

  private OptionSpecs() {}

  /** Operands, with and without {@code -f}. */
  static void addFiles(CommandSpec spec) {
    Operand.Counter counter = new Operand.Counter();
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(Operand.class)
            .converters(counter)
            .hidden(true)
            .build());
    spec.addOption(
        OptionSpec.builder(FILE, "--filename")
            .arity("1")
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(Operand.class)
            .converters(counter)
            .description(
                "a file, folder, glob or -; repeatable, and -f may be left out\n"
                    + "A - is standard input. A folder means its .yaml, .yml and .json files; hidden"
                    + " ones are left out.")
            .build());
  }

  /** Operands that are words. */
  static void addWords(CommandSpec spec, String label) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .hidden(true)
            .build());
  }

  /** What every verb has that reads manifests. */
  static void addInputOptions(CommandSpec spec) {
    addFiles(spec);
    spec.addOption(flag("look into the folders below a folder, too", DEEP, "--recursive"));
    spec.addOption(
        flag("pass Helm source ({{ }}) through instead of refusing it", SKIP_UNRENDERED));
    spec.addOption(
        flag(
            "pass over files that hold no Kubernetes object\nIt does not matter whether they can be read.",
            ONLY_MANIFESTS));
  }

  /** A report for machines. */
  static void addReport(CommandSpec spec) {
    spec.addOption(
        text(
            "FORMAT[=FILE]",
            "tell machines, too: json, sarif or github\n"
                + "sarif is for code scanning, github are annotations of a workflow. Without FILE"
                + " it goes to standard output, where nothing else goes there.",
            REPORT));
  }

  /** What every verb has that reads manifests and writes them again. */
  static void addManifestOptions(CommandSpec spec) {
    addInputOptions(spec);
    spec.addOption(
        flag(
            "write the files themselves, those that change\nAll of them, or none.",
            IN_PLACE,
            "--in-place"));
    spec.addOption(
        flag(
            "write nothing; exit status 1 if something would change\nWith -o diff it prints what.",
            CHECK));
    spec.addOption(
        text(
            "FORMAT",
            "yaml, json, or diff (what changes) to standard output\n"
                + "yaml, if not given: the manifests as they are. git apply and patch -p1 take the"
                + " diff.",
            OUTPUT,
            "--output"));
  }

  /** What every verb has that applies templates. */
  static void addTemplateOptions(CommandSpec spec) {
    spec.addOption(
        texts(
            "TEMPLATE",
            "a template's name, or its file\n"
                + "With a / in it, or ending in .yaml or .yml, it is the path of a file, else a"
                + " name: of .sidecarctl.yaml, then of the catalogue. If not given, the templates"
                + " that .sidecarctl.yaml lists.",
            TEMPLATE,
            "--template"));
    spec.addOption(
        texts(
            "[TEMPLATE.]NAME=VALUE",
            "give a parameter a value\n"
                + "It counts over .sidecarctl.yaml and the template's default; a workload's own"
                + " annotation counts over it.",
            SET));
    spec.addOption(
        text(
            "VERSION",
            "the cluster's version, 1.27 or newer (if not given: 1."
                + KubernetesVersion.NEWEST.minor()
                + ")\nThat of .sidecarctl.yaml counts over the default.",
            KUBERNETES_VERSION));
    addNamespace(spec);
  }

  /** What every verb has that can meet conflicts and warnings. */
  static void addRuleOptions(CommandSpec spec) {
    spec.addOption(
        texts(
            "[CODE=]POLICY",
            "fail, keep what the manifest says, or replace it\n"
                + "With a code in front it counts for the conflicts of that code alone, as in"
                + " volume-conflict=keep.",
            ON_CONFLICT));
    spec.addOption(flag("let warnings forbid writing, too", WARNINGS_AS_ERRORS));
  }

  /** What every verb has that plans what becomes of earlier injections. */
  static void addOwnershipOptions(CommandSpec spec) {
    spec.addOption(
        text(
            "POLICY",
            "a proxy's pod on the host's network: skip (default), fail, inject\n"
                + "A proxy that intercepts traffic would take that of the whole node.",
            ON_HOST_NETWORK));
    spec.addOption(
        flag(
            "record what is there already and equals the template's\n"
                + "From then on it is upgraded and ejected as if it had been injected.",
            ADOPT));
    spec.addOption(
        flag(
            "take out templates that .sidecarctl.yaml does not list\n"
                + "That is, what was injected of them.",
            PRUNE));
    spec.addOption(flag("let edits of what was injected forbid writing, too", FAIL_ON_DRIFT));
  }

  /** What every verb has that checks what comes out. */
  static void addCheckOptions(CommandSpec spec) {
    spec.addOption(
        text(
            "LEVEL",
            "strict (default), warn or ignore: what an API server refuses\n"
                + "strict refuses it, warn says it and writes, ignore does not check.",
            VALIDATE));
    addCheckSettings(spec);
  }

  /** The namespace of what names none. */
  static void addNamespace(CommandSpec spec) {
    spec.addOption(
        text("NAMESPACE", "the namespace of workloads that name none", NAMESPACE, "--namespace"));
  }

  /** What is checked for. */
  static void addCheckSettings(CommandSpec spec) {
    spec.addOption(
        text(
            "LEVEL",
            "what pods have to keep: privileged, baseline or restricted\n"
                + "The levels of the Pod Security Standards; if not given, what the label of their"
                + " Namespace says.",
            POD_SECURITY));
    spec.addOption(
        texts(
            "FILE",
            "CustomResourceDefinitions to check custom resources by\n"
                + "A file, folder or glob. Those in the input count, too.",
            CRD));
    spec.addOption(flag("take fields behind feature gates that are off by default", ALLOW_ALPHA));
  }

  /** What every verb has that says something. */
  static void addCommonOptions(CommandSpec spec) {
    spec.addOption(flag("say nothing but errors", QUIET, "--quiet"));
    spec.addOption(flag("say why something is passed over, too", VERBOSE, "--verbose"));
    spec.addOption(color());
    spec.addOption(help());
  }

  static OptionSpec color() {
    return text(
        "WHEN",
        "colour what is said: auto, always or never\n"
            + "auto, if not given: on a terminal, unless NO_COLOR is set.",
        COLOR);
  }

  static OptionSpec help() {
    return OptionSpec.builder("-h", HELP)
        .type(boolean.class)
        .usageHelp(true)
        .description("print this help")
        .build();
  }

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .type(boolean.class)
        .arity("0")
        .description(description)
        .build();
  }

  static OptionSpec text(String label, String description, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  static OptionSpec texts(String label, String description, String... names) {
    return OptionSpec.builder(names[0], rest(names))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static String[] rest(String... names) {
    return Arrays.copyOfRange(names, 1, names.length);
  }
}
