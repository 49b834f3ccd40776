package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A case of a template: a folder with an input, what is set for it, and what is to come of it.
 *
 * @param name of the folder
 * @param path where it is
 */
public record CaseFolder(String name, Path path) {
  /** What is to come out; none where the input comes out as it is, or is refused. */
  public static final String EXPECTED = "expected.yaml";

  /** What is to be said, as it is printed; none where nothing is. */
  public static final String DIAGNOSTICS = "expected.diagnostics";

  private static final String SETTINGS = "case.yaml";
  private static final String INPUT = "input.yaml";

  /**
   * The manifest that the template goes into.
   *
   * @throws StoppedException when it cannot be read
   */
  public Source input() {
    return read(INPUT);
  }

  /**
   * What is set for it; empty where there is nothing.
   *
   * @throws StoppedException when it cannot be read
   */
  public Optional<Source> settings() {
    return Files.exists(path.resolve(SETTINGS)) ? Optional.of(read(SETTINGS)) : Optional.empty();
  }

  /**
   * A file of expectations; empty where there is none.
   *
   * @throws StoppedException when it cannot be read
   */
  public Optional<String> expected(String file) {
    return Files.exists(path.resolve(file)) ? Optional.of(read(file).text()) : Optional.empty();
  }

  private Source read(String file) {
    return new InputReader(InputStream.nullInputStream()).read(file, path.resolve(file));
  }

  /**
   * Writes an expectation anew, or takes it away.
   *
   * @return whether it is another one now
   * @throws StoppedException when it cannot be written
   */
  public boolean update(String file, Optional<String> text) {
    if (expected(file).equals(text)) {
      return false;
    }
    try {
      if (text.isEmpty()) {
        Files.delete(path.resolve(file));
      } else {
        Files.writeString(path.resolve(file), text.get());
      }
      return true;
    } catch (IOException e) {
      throw StoppedException.failed(
          Code.CANNOT_WRITE, "cannot write " + path.resolve(file) + ": " + e.getMessage(), "");
    }
  }
}
