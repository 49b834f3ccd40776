package dev.sidecarctl.reports;

import java.util.List;

/** As JUnit's XML, which every CI system shows: a suite for each template, a case for each case. */
public final class JunitReport {
  private JunitReport() {}

  /**
   * What became of a template's cases.
   *
   * @param template the template's file
   */
  public record Suite(String template, List<Case> cases) {}

  /**
   * What became of a case.
   *
   * @param name its folder's
   * @param failures what is wrong with it; none for one that passed
   */
  public record Case(String name, List<String> failures) {}

  /** All suites. */
  public static String of(List<Suite> suites) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    int tests = 0;
    int failures = 0;
    for (Suite suite : suites) {
      tests += suite.cases().size();
      failures += failures(suite);
    }
    open("testsuites", "sidecarctl template test", tests, failures, "", xml);
    for (Suite suite : suites) {
      open("testsuite", suite.template(), suite.cases().size(), failures(suite), "  ", xml);
      suite.cases().forEach(one -> append(suite, one, xml));
      xml.append("  </testsuite>\n");
    }
    return xml.append("</testsuites>\n").toString();
  }

  private static int failures(Suite suite) {
    return (int) suite.cases().stream().filter(one -> !one.failures().isEmpty()).count();
  }

  private static void open(
      String element, String name, int tests, int failures, String indent, StringBuilder xml) {
    xml.append(indent).append('<').append(element).append(" name=\"").append(escaped(name));
    xml.append("\" tests=\"").append(tests).append("\" failures=\"").append(failures);
    xml.append("\" errors=\"0\" skipped=\"0\">\n");
  }

  private static void append(Suite suite, Case one, StringBuilder xml) {
    xml.append("    <testcase classname=\"").append(escaped(suite.template()));
    xml.append("\" name=\"").append(escaped(one.name())).append("\" time=\"0\"");
    if (one.failures().isEmpty()) {
      xml.append("/>\n");
      return;
    }
    String first = one.failures().get(0).lines().findFirst().orElse("");
    xml.append(">\n      <failure message=\"").append(escaped(first)).append("\">");
    xml.append(escaped(String.join("\n", one.failures())));
    xml.append("</failure>\n    </testcase>\n");
  }

  /** XML 1.0 admits no control characters but three. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\n' -> escaped.append("&#10;");
        case '\t', '\r' -> escaped.append("&#").append((int) c).append(';');
        default -> escaped.append(c < ' ' || c == 0xfffe || c == 0xffff ? '\ufffd' : c);
      }
    }
    return escaped.toString();
  }
}
