package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Failure;
import dev.sidecarctl.command.file.InPlaceFiles;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.NamedPath;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.output.JoinedStream;
import dev.sidecarctl.output.JsonManifests;
import dev.sidecarctl.output.UnifiedDiff;
import dev.sidecarctl.project.WarningRules;
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
   * @param warnings which warnings its project wants to hear
   */
  record Finished(Input input, Injection injection, WarningRules warnings) {

    /** The same with more said of it. */
    Finished saying(List<Diagnostic> more) {
      return more.isEmpty() ? this : new Finished(input, injection.saying(more), warnings);
    }
  }

  private Delivery() {}

  /**
   * What goes to standard output.
   *
   * @param palette the colours of a diff
   * @param folder the working directory
   * @throws StoppedException when the texts cannot stand in one stream
   */
  static String output(List<Finished> all, OutputFormat format, Palette palette, Path folder) {
    return switch (format) {
      case YAML -> stream(texts(all));
      case JSON -> json(texts(all));
      case DIFF -> diff(all, palette, folder.toAbsolutePath().normalize());
    };
  }

  private static List<Source> texts(List<Finished> all) {
    List<Source> texts = new ArrayList<>();
    for (Finished finished : all) {
      texts.add(finished.injection().after());
    }
    return texts;
  }

  private static String json(List<Source> texts) {
    try {
      return JsonManifests.of(texts);
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private static String diff(List<Finished> all, Palette palette, Path folder) {
    StringBuilder diff = new StringBuilder();
    for (Finished finished : all) {
      Injection injection = finished.injection();
      if (injection.changed()) {
        String before = injection.before().text();
        String after = injection.after().text();
        diff.append(UnifiedDiff.of(pathOf(finished.input(), folder), before, after, palette));
      }
    }
    return diff.toString();
  }

  /**
   * The name as it is to stand behind {@code a/}: from the working directory, where it is below.
   */
  private static String pathOf(Input input, Path folder) {
    Path path = input.path();
    if (path == null) {
      return input.name();
    }
    Path absolute = path.toAbsolutePath().normalize();
    boolean relative = !input.name().startsWith("/");
    Path name = relative || absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return NamedPath.text(name);
  }

  private static String stream(List<Source> texts) {
    List<Diagnostic> obstacles = JoinedStream.obstacles(texts);
    if (!obstacles.isEmpty()) {
      throw new StoppedException(ExitStatus.REFUSED, obstacles);
    }
    return texts.isEmpty() ? "" : JoinedStream.of(texts);
  }

  /**
   * Writes to standard output.
   *
   * @throws StoppedException when it cannot be written
   */
  static void write(String text, OutputStream out) throws ReaderGoneException {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
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
        Injection injection = finished.injection();
        if (path != null && injection.changed()) {
          String name = finished.input().name();
          files.stage(name, path, injection.before().text(), injection.after().text());
        } else if (path != null) {
          files.cleanUpBeside(path);
        }
      }
      files.replaceAll();
    }
  }
}
