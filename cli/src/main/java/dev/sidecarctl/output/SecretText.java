package dev.sidecarctl.output;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which places lie in a document that holds a Secret, even where the text is no YAML.
 * Remembers the document that it looked at last: many complaints may be about one.
 */
public final class SecretText {
  private static final Pattern BOUNDARY = Pattern.compile("(?m)^---(?=\\s|$)");
  private static final Pattern SECRET =
      Pattern.compile("(?m)([\"']?)kind\\1\\s*:\\s*([\"']?)Secret(List)?\\2\\s*(#|,|}|$)");

  private @Nullable Source source;
  private Span document = Span.at(0);
  private boolean secret;

  /** Whether the document around a place holds a Secret, or is a list that holds one. */
  public boolean holds(Location at) {
    int offset = at.span().start();
    boolean known = at.source() == source && document.start() <= offset && offset < document.end();
    if (!known) {
      source = at.source();
      document = documentAround(source.text(), offset);
      secret = SECRET.matcher(source.text()).region(document.start(), document.end()).find();
    }
    return secret;
  }

  private static Span documentAround(String text, int offset) {
    Matcher boundary = BOUNDARY.matcher(text);
    int start = 0;
    while (boundary.find()) {
      if (boundary.start() > offset) {
        return new Span(start, boundary.start());
      }
      start = boundary.start();
    }
    return new Span(start, text.length());
  }
}
