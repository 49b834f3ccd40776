package dev.sidecarctl.command;

import dev.sidecarctl.authoring.ListedTemplate;
import dev.sidecarctl.authoring.ParameterTable;
import dev.sidecarctl.authoring.TemplateSheet;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.TemplateShelf;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.template.Catalogue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code template show}: what a template asks for and brings. */
final class TemplateShowVerb implements Verb {
  /** The forms in which it tells it. */
  static final List<String> FORMATS = List.of("text", "yaml", "json", "markdown");

  @Override
  public String name() {
    return "template show";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addWords(spec, "TEMPLATE");
    spec.addOption(
        OptionSpecs.text(
            "FORMAT",
            "text (if not given), json, yaml: the template's own file, or markdown: its parameters as"
                + " a table for a README",
            OptionSpecs.OUTPUT,
            "--output"));
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "Show what a template asks for and brings.",
        "sidecarctl template show TEMPLATE… [-o FORMAT]",
        "Tells which workloads it is for, which containers and volumes it brings, and its"
            + " parameters: their types, defaults and limits. TEMPLATE is a name or a file.",
        "  sidecarctl template show log-collector",
        "  sidecarctl template show sidecar-logger -o yaml > my-logger.yaml");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    List<String> names = parsed.matchedPositionalValue(0, List.of());
    if (names.isEmpty()) {
      throw StoppedException.usage(
          "no template is named", "name one, or its file; sidecarctl template list tells them");
    }
    String format = OutputFormat.word(parsed, FORMATS);
    Palette palette = RunOptions.palette(parsed, around.outputIsTerminal(), around);
    TemplateShelf shelf = new TemplateShelf(around.folder(), new Catalogue(Resource::text));
    Set<String> parts = new LinkedHashSet<>();
    for (String name : names) {
      for (ListedTemplate listed : shelf.named(name)) {
        parts.add(text(listed, format, palette));
      }
    }
    String between = format.equals("yaml") ? "---\n" : format.equals("json") ? "" : "\n";
    return Printed.on(around, String.join(between, parts));
  }

  private static String text(ListedTemplate listed, String format, Palette palette) {
    return switch (format) {
      case "yaml" -> listed.template().at().source().text();
      case "json" -> TemplateSheet.json(listed);
      case "markdown" -> ParameterTable.of(listed.template());
      default -> TemplateSheet.text(listed, palette);
    };
  }
}
