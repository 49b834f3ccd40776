package dev.sidecarctl.plan.page;

import dev.sidecarctl.diagnostic.PrintableText;
import java.util.function.Consumer;

/** Puts HTML together; text is escaped where it comes in. */
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /** An element with what {@code inside} puts into it. */
  Markup element(String name, String classes, Consumer<Markup> inside) {
    open(name, classes);
    inside.accept(this);
    return close(name);
  }

  /** An element with text. */
  Markup element(String name, String classes, String text) {
    return open(name, classes).text(text).close(name);
  }

  /** An element with an {@code id}, to which links lead. */
  Markup anchored(String name, String classes, String id, Consumer<Markup> inside) {
    out.append('<').append(name).append(" class=\"").append(classes).append("\" id=\"");
    out.append(id).append("\">");
    inside.accept(this);
    return close(name);
  }

  /** A link within the page. */
  Markup link(String id, String text) {
    out.append("<a href=\"#").append(id).append("\">");
    return text(text).close("a");
  }

  /** A bar of which {@code first} percent are filled in one way, and {@code second} in another. */
  Markup bar(int first, int second) {
    out.append("<span class=\"bar\"><i style=\"width:").append(first).append("%\"></i>");
    out.append("<b style=\"width:").append(second).append("%\"></b></span>");
    return this;
  }

  /** Text on one line. */
  Markup text(String text) {
    String shown = PrintableText.of(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** A line end, which shows only in preformatted text. */
  Markup newline() {
    out.append('\n');
    return this;
  }

  /** Markup of our own. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private Markup open(String name, String classes) {
    out.append('<').append(name);
    if (!classes.isEmpty()) {
      out.append(" class=\"").append(classes).append('"');
    }
    out.append('>');
    return this;
  }

  private Markup close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
