package dev.sidecarctl.output;

import dev.sidecarctl.diagnostic.Location;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which places lie in a document that holds a Secret, even where the text is no YAML. */
public final class SecretText {
  private static final Pattern BOUNDARY = Pattern.compile("(?m)^---(?=\\s|$)");
  private static final Pattern SECRET =
      Pattern.compile("(?m)([\"']?)kind\\1\\s*:\\s*([\"']?)Secret(List)?\\2\\s*(#|,|}|$)");

  private SecretText() {}

  /** Whether the document around a place holds a Secret, or is a list that holds one. */
  public static boolean holds(Location at) {
    String text = at.source().text();
    Matcher boundary = BOUNDARY.matcher(text);
    int start = 0;
    int end = text.length();
    while (boundary.find()) {
      if (boundary.start() > at.span().start()) {
        end = boundary.start();
        break;
      }
      start = boundary.start();
    }
    return SECRET.matcher(text).region(start, end).find();
  }
}
