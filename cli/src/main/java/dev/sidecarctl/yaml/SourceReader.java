package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.text.UndecodableException;
import dev.sidecarctl.text.Utf8;

/** Turns bytes into a source, or says why they cannot be YAML. */
public final class SourceReader {
  /** So many bytes show that a source is too large; no more of it need be read. */
  public static final int ENOUGH = Limits.SOURCE_BYTES + 1;

  private static final int MEBIBYTE = 1024 * 1024;

  private SourceReader() {}

  /**
   * Decodes a text.
   *
   * @param name what diagnostics call it
   * @param bytes the whole text
   * @throws RefusedException when it is too large, no UTF-8, or holds a character that YAML forbids
   */
  public static Source read(String name, byte[] bytes) {
    if (bytes.length > Limits.SOURCE_BYTES) {
      throw tooLarge(name);
    }
    Source source = decode(name, bytes);
    int forbidden = ForbiddenCharacters.find(source.text(), 0, source.text().length());
    if (forbidden >= 0) {
      throw new RefusedException(ForbiddenCharacters.describe(source, forbidden));
    }
    return source;
  }

  private static RefusedException tooLarge(String name) {
    String message =
        name + " has more than the " + Limits.SOURCE_BYTES / MEBIBYTE + " MiB that are read";
    return new RefusedException(
        Diagnostic.error(Code.TOO_LARGE, message, null).helping("split it into several files"));
  }

  private static Source decode(String name, byte[] bytes) {
    try {
      return Utf8.decode(name, bytes);
    } catch (UndecodableException e) {
      throw new RefusedException(describe(e));
    }
  }

  private static Diagnostic describe(UndecodableException problem) {
    Source text = problem.readable();
    int end = Math.min(problem.offset() + 1, text.text().length());
    Location at = new Location(text, new Span(problem.offset(), end));
    if (problem.encoding().isEmpty()) {
      String message = "not UTF-8 from byte " + problem.byteOffset() + " on";
      boolean binary = text.text().indexOf('\0') >= 0;
      return Diagnostic.error(Code.NOT_UTF8, message, at)
          .helping(
              binary
                  ? "it looks like no text at all: leave the file out"
                  : "save it as UTF-8, for example: iconv -f ISO-8859-1 -t UTF-8");
    }
    return Diagnostic.error(Code.NOT_UTF8, "the text is " + problem.encoding() + ", not UTF-8", at)
        .helping("convert it: iconv -f " + problem.encoding() + " -t UTF-8");
  }
}
