package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.ProjectFolders;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.command.lookup.ProjectFinder;
import dev.sidecarctl.command.lookup.TemplateOffers;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.output.SettingsText;
import dev.sidecarctl.project.PathGlob;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.template.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code config}: what is in force, and where each setting comes from. */
final class ConfigVerb implements Verb {
  private static final String HERE = ".";

  @Override
  public String name() {
    return "config";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addFiles(spec);
    OptionSpecs.addTemplateOptions(spec);
    OptionSpecs.addRuleOptions(spec);
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "Print the settings in force.",
        "sidecarctl config [FILE…] [OPTION…]",
        "Prints what counts for a file, or for the working directory, as inject with the same"
            + " options would see it, and where each setting comes from. What is printed is a"
            + " configuration itself.",
        "  sidecarctl config k8s/app.yaml",
        "  sidecarctl config --set logPath=/data/log");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    RuleOptions rules = RuleOptions.of(parsed);
    Optional<KubernetesVersion> version = TemplateOptions.version(parsed);
    List<String> arguments = parsed.matchedOptionValue(OptionSpecs.TEMPLATE, List.of());
    TemplateOffers offers =
        TemplateOptions.offers(parsed, around.folder(), new Catalogue(Resource::text));
    ProjectFinder projects = new ProjectFinder(around.folder());
    List<String> operands = RunOptions.operands(parsed);
    SettingsText text = new SettingsText();
    for (String operand : operands.isEmpty() ? List.of(HERE) : operands) {
      Path real = path(operand, around.folder());
      Optional<Project> project =
          Files.isDirectory(real) ? projects.ofFolder(real) : projects.ofFile(real);
      head(operand, real, project, text);
      new SettingsInForce(Project.configuration(project), rules, text)
          .write(arguments, offers.of(project).offer(), version);
    }
    List<Diagnostic> unused = offers.unusedSettings();
    if (!unused.isEmpty()) {
      throw new StoppedException(ExitStatus.USAGE, unused);
    }
    try {
      around.out().write(text.text().getBytes(StandardCharsets.UTF_8));
      around.out().flush();
      return ExitStatus.DONE;
    } catch (IOException e) {
      return ExitStatus.FAILED;
    }
  }

  private static Path path(String operand, Path folder) {
    if (operand.equals("-")) {
      return ProjectFolders.real(folder);
    }
    try {
      Path path = folder.resolve(operand);
      if (!Files.exists(path)) {
        throw StoppedException.failed(Code.CANNOT_READ, operand + ": no such file or folder", "");
      }
      return ProjectFolders.real(path);
    } catch (InvalidPathException e) {
      throw StoppedException.usage(operand + " is no path", "");
    }
  }

  private static void head(
      String operand, Path real, Optional<Project> project, SettingsText text) {
    if (!text.text().isEmpty()) {
      text.separate();
    }
    String what = operand.equals(HERE) ? "the working directory" : operand;
    text.comment(0, project.map(Project::name).orElse("no configuration") + " counts for " + what);
    Optional<Placed<PathGlob>> exclusion = project.flatMap(one -> one.exclusionOf(real));
    exclusion.ifPresent(
        glob -> text.comment(0, "excluded by " + glob.at().describe() + ": passes through"));
  }
}
