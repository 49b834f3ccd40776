package dev.sidecarctl.command.guide;

import java.util.List;
import java.util.Map;

/** What {@code --help} prints: one screen. */
public final class HelpPage {
  private static final int WIDTH = 100;

  /** Where descriptions of options begin. */
  private static final int OPTIONS = 36;

  /** Where descriptions of commands begin. */
  private static final int COMMANDS = 20;

  private final StringBuilder out = new StringBuilder();

  private HelpPage() {}

  /** The help of the whole program. */
  public static String of(ProgramGuide program) {
    HelpPage page = new HelpPage();
    page.out.append("Usage: ").append(program.name()).append(" COMMAND [OPTION…] FILE…\n");
    page.paragraph(program.summary());
    page.heading("Commands; " + program.name() + " COMMAND --help says more");
    for (CommandGuide command : program.firstWords()) {
      page.row("  " + String.join(", ", command.names()), command.summary(), COMMANDS);
    }
    page.heading("Options");
    for (OptionGuide option : program.options()) {
      page.row("  " + String.join(", ", option.names()), option.summary(), COMMANDS);
    }
    page.heading("Topics; " + program.name() + " help TOPIC tells of them");
    for (Map.Entry<String, String> topic : program.topics().entrySet()) {
      page.row("  " + topic.getKey(), topic.getValue(), COMMANDS);
    }
    page.heading("Exit status; the highest where several apply");
    for (Map.Entry<Integer, String> code : program.exitCodes().entrySet()) {
      page.out.append("  ").append(code.getKey()).append("   ").append(code.getValue());
      page.out.append('\n');
    }
    page.examples(program.examples());
    return page.out.toString();
  }

  /** The help of one command. */
  public static String of(CommandGuide command, ProgramGuide program) {
    HelpPage page = new HelpPage();
    page.out.append("Usage: ").append(command.synopsis()).append('\n');
    if (!command.aliases().isEmpty()) {
      page.out.append("Also: ").append(String.join(", ", command.aliases())).append('\n');
    }
    page.paragraph(command.summary() + " " + command.text());
    for (OptionGroup group : OptionGroup.values()) {
      List<OptionGuide> options = command.of(group);
      if (!options.isEmpty()) {
        page.heading(group.heading());
        options.forEach(option -> page.row(names(option), option.summary(), OPTIONS));
      }
    }
    page.examples(command.examples());
    page.out.append("\nExit status: ").append(program.name()).append(" help exit-codes\n");
    return page.out.toString();
  }

  /** {@code -t, --template TEMPLATE}, long names in one column. */
  private static String names(OptionGuide option) {
    String first = option.names().get(0);
    String names = (first.startsWith("--") ? "      " : "  ") + String.join(", ", option.names());
    return option.label().isEmpty() ? names : names + " " + option.label();
  }

  private void heading(String heading) {
    out.append('\n').append(heading).append(":\n");
  }

  private void paragraph(String text) {
    out.append('\n');
    fill(text, 0);
  }

  private void row(String left, String right, int column) {
    out.append(left);
    int used = left.length();
    if (used + 2 > column) {
      out.append('\n');
      used = 0;
    }
    out.append(" ".repeat(column - used));
    fill(right, column);
  }

  /** Breaks a text into lines; the first begins where the line is. */
  private void fill(String text, int indent) {
    int used = indent;
    boolean first = true;
    for (String word : text.split(" ", -1)) {
      if (!first && used + 1 + word.length() > WIDTH) {
        out.append('\n').append(" ".repeat(indent));
        used = indent;
        first = true;
      }
      out.append(first ? "" : " ").append(word);
      used += word.length() + (first ? 0 : 1);
      first = false;
    }
    out.append('\n');
  }

  private void examples(List<String> examples) {
    heading("Examples");
    for (String example : examples) {
      out.append("  ").append(example).append('\n');
    }
  }
}
