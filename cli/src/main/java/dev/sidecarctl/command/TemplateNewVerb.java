package dev.sidecarctl.command;

import dev.sidecarctl.authoring.CopyTemplate;
import dev.sidecarctl.authoring.Starter;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.kubernetes.Names;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code template new}: the beginning of a template. */
final class TemplateNewVerb implements Verb {
  static final String FROM = "--from";
  static final String CONTAINER = "--container";
  static final String WORKLOAD = "--workload";

  @Override
  public String name() {
    return "template new";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addWords(spec, "NAME");
    spec.addOption(
        OptionSpecs.text(
            "FILE",
            "make it out of a sidecar that was copied into a manifest\n"
                + "The volumes, mounts and variables that belong to it come along. A - is standard"
                + " input.",
            FROM));
    spec.addOption(
        OptionSpecs.texts("CONTAINER", "with --from: the sidecar, or one of them", CONTAINER));
    spec.addOption(
        OptionSpecs.text(
            "[KIND/]NAME", "with --from: the workload, where several have it", WORKLOAD));
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "Print the beginning of a new template.",
        "sidecarctl template new NAME [--from FILE --container CONTAINER…]",
        "Without --from it is a commented starter that lints clean. With --from it is the template"
            + " that gives a sidecar back which somebody copied by hand; inject --adopt then takes"
            + " the copies over. Without NAME it is called as the container is.",
        "  sidecarctl template new audit > audit.yaml",
        "  sidecarctl template new --from web.yaml --container filebeat > filebeat.yaml",
        "  sidecarctl inject -i --adopt -t ./filebeat.yaml k8s/");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    List<String> words = parsed.matchedPositionalValue(0, List.of());
    if (words.size() > 1) {
      throw StoppedException.usage(
          words.get(1) + " is one argument too many", "a template has one name");
    }
    if (parsed.hasMatchedOption(FROM)) {
      return Printed.on(around, copy(parsed, words, around));
    }
    for (String option : List.of(CONTAINER, WORKLOAD)) {
      if (parsed.hasMatchedOption(option)) {
        throw StoppedException.usage(option + " goes with " + FROM, "say " + FROM + " FILE, too");
      }
    }
    if (words.isEmpty()) {
      throw StoppedException.usage(
          "the template has no name", "say sidecarctl template new NAME, or " + FROM + " FILE");
    }
    checkName(words.get(0));
    return Printed.on(around, Starter.of(words.get(0)));
  }

  private static void checkName(String name) {
    List<String> reasons = Names.label(name);
    if (!reasons.isEmpty()) {
      throw StoppedException.usage(
          "\"" + name + "\" is no name for a template: " + String.join("; ", reasons),
          "use lower-case letters, digits and hyphens");
    }
  }

  private static String copy(ParseResult parsed, List<String> words, Surroundings around) {
    List<String> containers = parsed.matchedOptionValue(CONTAINER, List.of());
    CopiedFrom from =
        CopiedFrom.find(
            parsed.matchedOptionValue(FROM, ""),
            containers,
            parsed.matchedOptionValue(WORKLOAD, ""),
            around);
    Set<String> names = new TreeSet<>(containers);
    String name = words.isEmpty() ? containers.get(0) : words.get(0);
    checkName(name);
    return CopyTemplate.of(name, from.spec(), names, from.described());
  }
}
