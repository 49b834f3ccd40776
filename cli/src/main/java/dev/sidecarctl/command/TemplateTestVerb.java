package dev.sidecarctl.command;

import dev.sidecarctl.command.file.CaseFinder;
import dev.sidecarctl.command.file.CaseFolder;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.ReportFile;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.TemplateFiles;
import dev.sidecarctl.command.lookup.TemplateShelf;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.reports.JunitReport;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code template test}: runs the cases that lie beside templates. */
final class TemplateTestVerb implements Verb {
  static final String UPDATE = "--update";
  static final List<String> REPORTS = List.of("junit");

  private static final String FOLDER = "templates";

  private final Engine engine;

  TemplateTestVerb(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "template test";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addFiles(spec);
    spec.addOption(
        OptionSpecs.flag(
            "take what comes out for what is expected\nLook the files through as if somebody else"
                + " had written them.",
            UPDATE));
    spec.addOption(
        OptionSpecs.text(
            "junit[=FILE]",
            "tell machines, too: JUnit's XML\nWithout FILE it goes to standard output.",
            OptionSpecs.REPORT));
    spec.addOption(OptionSpecs.flag("name failed cases alone", OptionSpecs.QUIET, "--quiet"));
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "Run the cases that lie beside templates.",
        "sidecarctl template test [FILE|FOLDER…] [OPTION…]",
        "The cases of template.yaml are the folders in cases/, those of NAME.yaml the ones in"
            + " NAME.cases/: input.yaml, expected.yaml, and, where there is something to say,"
            + " case.yaml and expected.diagnostics. Without operands, the templates that"
            + " .sidecarctl.yaml lists, else those in templates/. Exit status 1 if a case fails.",
        "  sidecarctl template test",
        "  sidecarctl template test templates/ --report junit=results.xml",
        "  sidecarctl template test audit.yaml --update");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    boolean update = RunOptions.flag(parsed, UPDATE);
    String report = parsed.matchedOptionValue(OptionSpecs.REPORT, "");
    checkReport(report);
    ReportFile file =
        report.indexOf('=') < 0
            ? null
            : ReportFile.at(around.folder(), report.substring(report.indexOf('=') + 1));
    CaseLines lines = new CaseLines(RunOptions.flag(parsed, OptionSpecs.QUIET), update);
    List<JunitReport.Suite> suites = new ArrayList<>();
    for (String template : templates(RunOptions.operands(parsed), around)) {
      suites.add(suite(template, update, lines, around));
    }
    Said.write(lines.all(), around.err());
    if (file != null) {
      file.write(JunitReport.of(suites));
    } else if (!report.isEmpty()) {
      Printed.on(around, JunitReport.of(suites));
    }
    return lines.failed() ? ExitStatus.WOULD_CHANGE : ExitStatus.DONE;
  }

  private static void checkReport(String report) {
    int equals = report.indexOf('=');
    String word = equals < 0 ? report : report.substring(0, equals);
    if (!report.isEmpty() && !REPORTS.contains(word)) {
      throw StoppedException.usage(
          OptionSpecs.REPORT + " " + word + " is no report of tests",
          NearestWord.help(word, REPORTS));
    }
    if (equals == report.length() - 1 && equals >= 0) {
      throw StoppedException.usage(OptionSpecs.REPORT + " " + report + " names no file", "");
    }
  }

  /** The files of the templates to test, as messages name them. */
  private static Set<String> templates(List<String> operands, Surroundings around) {
    Set<String> templates = new LinkedHashSet<>();
    List<String> paths = new ArrayList<>(operands);
    if (paths.isEmpty()) {
      for (SidecarTemplate template :
          new TemplateShelf(around.folder(), new Catalogue(Resource::text)).ofProject()) {
        String name = template.at().source().name();
        if (Files.exists(around.folder().resolve(name))) {
          templates.add(name);
        }
      }
      if (templates.isEmpty() && Files.isDirectory(around.folder().resolve(FOLDER))) {
        paths.add(FOLDER);
      } else if (templates.isEmpty()) {
        throw StoppedException.usage(
            "nothing says which templates to test",
            "name files or folders; without any, those of .sidecarctl.yaml and of templates/");
      }
    }
    for (String path : paths) {
      Path base = around.folder().resolve(path);
      for (Path file : CaseFinder.templates(base, path)) {
        templates.add(file.equals(base) ? path : named(path, base, file));
      }
    }
    return templates;
  }

  private static String named(String path, Path base, Path file) {
    String inner = base.relativize(file).toString().replace('\\', '/');
    return path.equals(".") ? inner : path.endsWith("/") ? path + inner : path + "/" + inner;
  }

  private JunitReport.Suite suite(
      String name, boolean update, CaseLines lines, Surroundings around) {
    List<SidecarTemplate> templates = templatesOf(name, around);
    List<JunitReport.Case> cases = new ArrayList<>();
    for (CaseFolder folder : CaseFinder.cases(around.folder().resolve(name))) {
      TemplateCase one = new TemplateCase(engine, templates, folder);
      List<String> failures = new ArrayList<>();
      boolean updated = false;
      try {
        updated = update && one.update();
        failures.addAll(update ? List.of() : one.failures());
      } catch (StoppedException e) {
        failures.add(said(e));
      }
      lines.ran(name, folder.name(), updated, failures);
      cases.add(new JunitReport.Case(folder.name(), failures));
    }
    lines.done(name);
    return new JunitReport.Suite(name, cases);
  }

  /** What is said of a case names files from its own folder, wherever the command runs. */
  private static List<SidecarTemplate> templatesOf(String name, Surroundings around) {
    Catalogue catalogue = new Catalogue(Resource::text);
    List<SidecarTemplate> templates =
        new TemplateFiles(around.folder(), catalogue).inFileNamed(name);
    Path file = around.folder().resolve(name).toAbsolutePath();
    Path folder = file.getParent();
    return folder == null
        ? templates
        : new TemplateFiles(folder, catalogue).inFileNamed(file.getFileName().toString());
  }

  private static String said(StoppedException stop) {
    Report report = new Report(Report.Loudness.NORMAL, Palette.PLAIN);
    stop.diagnostics().forEach(report::say);
    return report.take();
  }
}
