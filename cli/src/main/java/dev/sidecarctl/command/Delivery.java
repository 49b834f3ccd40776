package dev.sidecarctl.command;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.output.JoinedStream;
import dev.sidecarctl.text.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings finished texts to where they belong: all of them, or none. */
final class Delivery {

  /** Whoever read standard output has gone. That needs no words. */
  static final class ReaderGoneException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * An input and what became of it.
   *
   * @param input where it was read
   * @param injection the texts before and after
   */
  record Finished(Input input, Injection injection) {}

  private Delivery() {}

  /**
   * Writes one stream with all texts.
   *
   * @throws StoppedException when they cannot stand in one stream, or cannot be written
   */
  static void toStream(List<Finished> all, OutputStream out) throws ReaderGoneException {
    List<Source> texts = new ArrayList<>();
    for (Finished finished : all) {
      texts.add(finished.injection().after());
    }
    List<Diagnostic> obstacles = JoinedStream.obstacles(texts);
    if (!obstacles.isEmpty()) {
      throw new StoppedException(ExitStatus.REFUSED, obstacles);
    }
    if (texts.isEmpty()) {
      return;
    }
    try {
      out.write(JoinedStream.of(texts).getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      if (Failure.isClosedStream(e)) {
        throw new ReaderGoneException();
      }
      throw StoppedException.failed(
          Code.CANNOT_WRITE, "cannot write to standard output: " + Failure.reason(e), "");
    }
  }

  /**
   * Replaces the files that change.
   *
   * @throws StoppedException when one of them cannot be written
   */
  static void inPlace(List<Finished> all) {
    try (InPlaceFiles files = new InPlaceFiles()) {
      for (Finished finished : all) {
        Path path = finished.input().path();
        if (path != null && finished.injection().changed()) {
          byte[] before = bytes(finished.injection().before());
          byte[] after = bytes(finished.injection().after());
          files.stage(finished.input().name(), path, before, after);
        }
      }
      files.replaceAll();
    }
  }

  private static byte[] bytes(Source source) {
    return source.text().getBytes(StandardCharsets.UTF_8);
  }
}
