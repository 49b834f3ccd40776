package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The rows of {@code testdata/rows.txt}, and the cases that name them in their file {@code rows}:
 * {@code docs/rows.md} is made of them, and no row may be without a case that fires and one that
 * must not.
 */
class RowsTest {
  static final String FILE = "rows";
  private static final String LATER = ": later";
  private static final Path PAGE = CaseFolder.ROOT.resolve("docs/rows.md");
  private static final String HEAD =
      """
      # Rows and cases

      Every kind of merge that can go wrong is a row; the rules are in [merging.md](merging.md). Each has a case that fires, and the nearest one that must not.
      This page is made by a test of what stands in `testdata/rows.txt` and in the files `rows` of the cases.

      | row | fires | must not |
      | --- | --- | --- |
      """;

  /** What the cases say of one row. */
  private static final class Row {
    final String title;
    final List<String> firing = new ArrayList<>();
    final List<String> sparing = new ArrayList<>();

    Row(String title) {
      this.title = title;
    }

    boolean isLater() {
      return title.endsWith(LATER);
    }
  }

  @Test
  void everyRowHasACaseThatFiresAndOneThatMustNot() throws IOException {
    Map<Integer, Row> rows = rows();
    for (Map.Entry<Integer, Row> row : rows.entrySet()) {
      if (!row.getValue().isLater()) {
        assertThat(row.getValue().firing).as("row " + row.getKey() + " fires").isNotEmpty();
        assertThat(row.getValue().sparing).as("row " + row.getKey() + " spares").isNotEmpty();
      }
    }
    String page = page(rows);
    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, page);
      assertThat(false).as("docs/rows.md was rewritten; run again without -Dupdate").isTrue();
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static Map<Integer, Row> rows() throws IOException {
    Map<Integer, Row> rows = new TreeMap<>();
    for (String line : Files.readAllLines(CaseFolder.ROOT.resolve("testdata/rows.txt"))) {
      int blank = line.indexOf(' ');
      rows.put(Integer.valueOf(line.substring(0, blank)), new Row(line.substring(blank + 1)));
    }
    for (CaseFolder folder : CaseFolder.all()) {
      for (String line : folder.textOrNothing(FILE).lines().toList()) {
        String[] words = line.split(" ");
        Row row = rows.get(Integer.valueOf(words[0]));
        assertThat(row).as(folder.name() + " names row " + words[0]).isNotNull();
        assertThat(words[1]).as(folder.name()).isIn("fires", "spares");
        (words[1].equals("fires") ? row.firing : row.sparing).add(folder.name());
      }
    }
    return rows;
  }

  private static String page(Map<Integer, Row> rows) {
    StringBuilder page = new StringBuilder(HEAD);
    for (Map.Entry<Integer, Row> entry : rows.entrySet()) {
      Row row = entry.getValue();
      page.append("| ").append(entry.getKey()).append(' ');
      if (row.isLater()) {
        String title = row.title.substring(0, row.title.length() - LATER.length());
        page.append(title).append(" | not in this build yet | |\n");
      } else {
        page.append(row.title).append(" | ").append(links(row.firing));
        page.append(" | ").append(links(row.sparing)).append(" |\n");
      }
    }
    return page.toString();
  }

  private static String links(List<String> cases) {
    List<String> links = new ArrayList<>();
    for (String name : cases) {
      links.add("[" + name + "](../testdata/inject/" + name + ")");
    }
    return String.join("<br>", links);
  }
}
