package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every place that is printed exists, and every line that is printed with it stands there. */
final class ExcerptLaw {
  /** What would move a terminal's cursor, and is shown as U+FFFD. */
  private static final Pattern UNSHOWN =
      Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}]");

  private static final Pattern PLACE = Pattern.compile(" *--> (.+?):(\\d+):(\\d+)(:? .*)?");
  private static final Pattern LINE = Pattern.compile(" *(\\d+) \\|(?: (.*))?");
  private static final String CATALOGUE = "catalogue:";

  private final CaseFolder folder;

  ExcerptLaw(CaseFolder folder) {
    this.folder = folder;
  }

  void check(String diagnostics) {
    String file = "";
    for (String line : diagnostics.lines().toList()) {
      Matcher place = PLACE.matcher(line);
      Matcher excerpt = LINE.matcher(line);
      if (place.matches()) {
        file = place.group(1);
        checkPlace(file, number(place, 2), number(place, 3));
      } else if (line.contains("--> ")) {
        assertThat(line).as("a place that is no file's").containsPattern("--> --[a-z]+ ");
        file = "";
      } else if (excerpt.matches() && !file.isEmpty()) {
        checkExcerpt(line, excerpt, file);
      }
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private void checkPlace(String file, int line, int column) {
    List<String> lines = lines(file);
    assertThat(line).as("line of " + file).isBetween(1, lines.size() + 1);
    String text = line > lines.size() ? "" : lines.get(line - 1);
    assertThat(column)
        .as("column of " + file + ":" + line)
        .isBetween(1, text.codePointCount(0, text.length()) + 1);
  }

  private void checkExcerpt(String printed, Matcher excerpt, String file) {
    List<String> lines = lines(file);
    int number = number(excerpt, 1);
    String line = number > lines.size() ? "" : lines.get(number - 1);
    String shown = excerpt.group(2) == null ? "" : excerpt.group(2);
    String stands =
        UNSHOWN
            .matcher(line.replace("\uFEFF", "").replace("\t", "    "))
            .replaceAll("\uFFFD")
            .stripTrailing();
    for (String part : shown.split("…")) {
      assertThat(stands).as("excerpt: " + printed).contains(part);
    }
    assertThat(shown.contains("…") || shown.equals(stands)).as("excerpt: " + printed).isTrue();
  }

  private List<String> lines(String file) {
    Path path =
        file.startsWith(CATALOGUE)
            ? CaseFolder.ROOT.resolve(
                "templates/" + file.substring(CATALOGUE.length()) + "/template.yaml")
            : folder.path().resolve(file);
    assertThat(Files.exists(path)).as("file of a diagnostic: " + file).isTrue();
    return new String(folder.bytes(path.toString()), StandardCharsets.UTF_8).lines().toList();
  }
}
