package dev.sidecarctl.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program is told: options, and the entries of configurations, each with the way to it, as
 * in {@code source/tail/path}.
 */
final class ProgramConfiguration {
  /** One thing that a program is told. */
  record Entry(String name, String value) {}

  /** What opens a block: a name, perhaps a label, perhaps a sign, a brace. */
  private static final Pattern BLOCK =
      Pattern.compile("\"?([\\w.]+)\"?(?: +\"([\\w.-]+)\")? *(?:=>?)? *\\{");

  private static final Pattern ASSIGNMENT = Pattern.compile("\"?([\\w.]+)\"? *=>? *(.*)");
  private static final Pattern SECTION = Pattern.compile("<(\\w+)[^>/]*>");

  private ProgramConfiguration() {}

  /**
   * Options of a command line: {@code --name=value}, {@code --flag}, and for those of {@code apart}
   * their value in the next word.
   */
  static List<Entry> options(List<String> words, List<String> apart) {
    List<Entry> entries = new ArrayList<>();
    Iterator<String> each = words.iterator();
    while (each.hasNext()) {
      String word = each.next();
      int equal = word.indexOf('=');
      if (apart.contains(word)) {
        entries.add(new Entry(word, each.next()));
      } else if (equal > 0) {
        entries.add(new Entry(word.substring(0, equal), word.substring(equal + 1)));
      } else {
        entries.add(new Entry(word, ""));
      }
    }
    return entries;
  }

  /** Options of Fluent Bit, whose properties belong to the last plugin. */
  static List<Entry> fluentBit(List<String> words) {
    List<Entry> entries = new ArrayList<>();
    String plugin = "";
    for (Entry option : options(words, List.of())) {
      entries.add(option);
      if (List.of("--input", "--filter", "--output").contains(option.name())) {
        plugin = option.value();
      } else if (option.name().equals("--prop")) {
        String[] property = option.value().split("=", 2);
        entries.add(new Entry(plugin + "/" + property[0], property[1]));
      }
    }
    return entries;
  }

  /** A configuration of fluentd: sections in angle brackets, each with its type first. */
  static List<Entry> fluentd(String text) {
    List<Entry> entries = new ArrayList<>();
    Deque<String> path = new ArrayDeque<>();
    for (String written : text.lines().toList()) {
      String line = written.strip();
      Matcher section = SECTION.matcher(line);
      if (section.matches()) {
        path.addLast(section.group(1));
      } else if (line.startsWith("</")) {
        path.removeLast();
      } else if (line.startsWith("@type ")) {
        path.addLast(path.removeLast() + "/" + line.substring("@type ".length()));
      } else {
        String[] words = line.split(" +", 2);
        entries.add(new Entry(String.join("/", path) + "/" + words[0], words[1]));
      }
    }
    return entries;
  }

  /** Blocks in braces, as Logstash and Vault have them. */
  static List<Entry> blocks(String text) {
    List<Entry> entries = new ArrayList<>();
    Deque<String> path = new ArrayDeque<>();
    Iterator<String> lines = text.lines().map(String::strip).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      Matcher block = BLOCK.matcher(line);
      Matcher assignment = ASSIGNMENT.matcher(line);
      if (block.matches()) {
        path.addLast(block.group(1) + (block.group(2) == null ? "" : "/" + block.group(2)));
      } else if (line.equals("}")) {
        path.removeLast();
      } else if (assignment.matches()) {
        String value = assignment.group(2);
        entries.add(new Entry(String.join("/", path) + "/" + assignment.group(1), value));
        boolean heredoc = value.equals("<<EOT");
        while (heredoc && lines.hasNext()) {
          heredoc = !lines.next().equals("EOT");
        }
      } else {
        throw new IllegalArgumentException("what is this? " + line);
      }
    }
    return entries;
  }
}
