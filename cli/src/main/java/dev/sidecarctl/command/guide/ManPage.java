package dev.sidecarctl.command.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Manual pages, in the man macros of roff. */
public final class ManPage {
  /** How long lines of text may get before their marks. */
  private static final int WIDTH = 72;

  private final StringBuilder out = new StringBuilder();

  private ManPage() {}

  /**
   * The page of the whole program.
   *
   * @param version which version it tells of
   */
  public static String of(ProgramGuide program, String version) {
    ManPage page = new ManPage();
    page.head(program.name(), program.summary(), version);
    page.section("SYNOPSIS");
    page.line(".B " + literal(program.name()));
    page.line(text("COMMAND [OPTION…] FILE…"));
    page.section("DESCRIPTION");
    page.fill(program.summary());
    page.fill("Each command has a page of its own.");
    page.section("COMMANDS");
    for (CommandGuide command : program.commands()) {
      page.item(bold(command.names()), command.summary(), "");
    }
    page.section("OPTIONS");
    program.options().forEach(page::option);
    page.section("TOPICS");
    page.line(text("Further help is printed by"));
    page.line(".B " + literal(program.name() + " help") + " \\fITOPIC\\fR.");
    for (Map.Entry<String, String> topic : program.topics().entrySet()) {
      page.item("\\fB" + literal(topic.getKey()) + "\\fR", capital(topic.getValue()) + ".", "");
    }
    page.exitStatus(program);
    page.examples(program.examples());
    List<String> others = new ArrayList<>();
    for (CommandGuide command : program.commands()) {
      others.add(title(command, program));
    }
    page.seeAlso(others);
    return page.out.toString();
  }

  /** The page of one command. */
  public static String of(CommandGuide command, ProgramGuide program, String version) {
    ManPage page = new ManPage();
    page.head(title(command, program), command.summary(), version);
    page.section("SYNOPSIS");
    String called = program.name() + " " + command.name();
    page.line(".B " + literal(called));
    String rest = command.synopsis().substring(called.length()).strip();
    if (!rest.isEmpty()) {
      page.line(text(rest));
    }
    page.section("DESCRIPTION");
    page.fill(command.summary());
    page.fill(command.text());
    if (!command.aliases().isEmpty()) {
      page.fill("Another name of it is " + String.join(", ", command.aliases()) + ".");
    }
    if (!command.options().isEmpty()) {
      page.section("OPTIONS");
      page.options(command);
    }
    page.exitStatus(program);
    page.examples(command.examples());
    page.seeAlso(List.of(program.name()));
    return page.out.toString();
  }

  /** The name of a command's page. */
  public static String title(CommandGuide command, ProgramGuide program) {
    return program.name() + "-" + command.name().replace(' ', '-');
  }

  private void head(String name, String summary, String version) {
    line(".\\\" Generated out of the options; see GeneratedTextsTest.");
    String title = literal(name.toUpperCase(Locale.ROOT));
    line(".TH " + title + " 1 \"\" \"sidecarctl " + version + "\" \"sidecarctl\"");
    section("NAME");
    String phrase = summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
    line(literal(name) + " \\-");
    fill(lower(phrase));
  }

  private void options(CommandGuide command) {
    for (OptionGroup group : OptionGroup.values()) {
      List<OptionGuide> options = command.of(group);
      if (!options.isEmpty()) {
        line(".SS " + text(group.heading()));
        options.forEach(this::option);
      }
    }
  }

  private void option(OptionGuide option) {
    String label = option.label().isEmpty() ? "" : " \\fI" + text(option.label()) + "\\fR";
    String more = option.more();
    if (option.repeatable()) {
      more = (more + " It may be given several times.").strip();
    }
    item(bold(option.names()) + label, capital(option.summary()) + ".", more);
  }

  private void item(String term, String summary, String more) {
    line(".TP");
    line(term);
    fill(summary);
    if (!more.isEmpty()) {
      fill(more);
    }
  }

  private void exitStatus(ProgramGuide program) {
    section("EXIT STATUS");
    line(text("The highest where several apply."));
    for (Map.Entry<Integer, String> code : program.exitCodes().entrySet()) {
      item("\\fB" + code.getKey() + "\\fR", capital(code.getValue()) + ".", "");
    }
  }

  private void examples(List<String> examples) {
    section("EXAMPLES");
    line(".nf");
    for (String example : examples) {
      line(literal(example));
    }
    line(".fi");
  }

  private void seeAlso(List<String> pages) {
    section("SEE ALSO");
    for (int i = 0; i < pages.size(); i++) {
      line(".BR " + literal(pages.get(i)) + " (1)" + (i + 1 < pages.size() ? "," : ""));
    }
  }

  private void section(String heading) {
    line(".SH " + heading);
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  /** A text in lines of its own: a new one for each sentence, none too long. */
  private void fill(String text) {
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
        line(text(line.toString()));
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
      if (word.endsWith(".")) {
        line(text(line.toString()));
        line.setLength(0);
      }
    }
    if (line.length() > 0) {
      line(text(line.toString()));
    }
  }

  private static String bold(List<String> names) {
    List<String> bold = new ArrayList<>();
    for (String name : names) {
      bold.add("\\fB" + literal(name) + "\\fR");
    }
    return String.join(", ", bold);
  }

  /** What is to be typed: its hyphens stay what they are. */
  private static String literal(String text) {
    return text(text).replace("-", "\\-").replace("'", "\\(aq");
  }

  private static String text(String text) {
    String escaped = text.replace("\\", "\\e").replace("…", "...").replace("\"", "\\(dq");
    escaped = escaped.replace(" --", " \\-\\-").replace(" -", " \\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String lower(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
