package dev.sidecarctl.command;

import dev.sidecarctl.authoring.ListedTemplate;
import dev.sidecarctl.authoring.TemplateList;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.lookup.TemplateShelf;
import dev.sidecarctl.template.Catalogue;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code template list}: which templates may be used by their names. */
final class TemplateListVerb implements Verb {
  /** The forms in which it tells them. */
  static final List<String> FORMATS = List.of("table", "json");

  @Override
  public String name() {
    return "template list";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addOption(
        OptionSpecs.text("FORMAT", "table (if not given) or json", OptionSpecs.OUTPUT, "--output"));
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "List the templates that may be used by name.",
        "sidecarctl template list [-o FORMAT]",
        "These are the templates that .sidecarctl.yaml lists, and those of the catalogue that come"
            + " with the program.",
        "  sidecarctl template list",
        "  sidecarctl template list -o json | jq -r '.[].name'");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    String format = OutputFormat.word(parsed, FORMATS);
    List<ListedTemplate> all =
        new TemplateShelf(around.folder(), new Catalogue(Resource::text)).all();
    return Printed.on(
        around,
        format.equals("json")
            ? TemplateList.json(all)
            : TemplateList.table(
                all, RunOptions.palette(parsed, around.outputIsTerminal(), around)));
  }
}
