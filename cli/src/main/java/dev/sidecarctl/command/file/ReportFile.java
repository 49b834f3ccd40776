package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A file that a report goes into. It is emptied at once, so that an old report is none of this. */
public final class ReportFile {
  private static final List<String> BEGINNINGS = List.of("{\"objects\":[", "{\"$schema\":", "::");
  private static final int ENOUGH = 16;

  private final String name;
  private final Path path;

  private ReportFile(String name, Path path) {
    this.name = name;
    this.path = path;
  }

  /**
   * Makes the file ready.
   *
   * @param folder the working directory
   * @throws StoppedException when it cannot be written, or holds something else than a report
   */
  public static ReportFile at(Path folder, String name) {
    try {
      Path path = folder.resolve(name);
      if (Files.isRegularFile(path) && !mayBeOverwritten(path)) {
        throw StoppedException.usage(
            name + " is there already, and is no report", "name another file, or remove it");
      }
      ReportFile file = new ReportFile(name, path);
      if (!Files.exists(path) || Files.isRegularFile(path)) {
        file.write("");
      }
      return file;
    } catch (InvalidPathException e) {
      throw StoppedException.usage(name + " is no path", "");
    } catch (IOException e) {
      throw cannotWrite(name, e);
    }
  }

  private static boolean mayBeOverwritten(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      String start = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
      for (String beginning : BEGINNINGS) {
        if (start.isEmpty() || start.startsWith(beginning)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Writes the report.
   *
   * @throws StoppedException when that fails
   */
  public void write(String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw cannotWrite(name, e);
    }
  }

  private static StoppedException cannotWrite(String name, IOException e) {
    return StoppedException.failed(
        Code.CANNOT_WRITE, "cannot write the report " + name + ": " + Failure.reason(e), "");
  }
}
