package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.SourceReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files and standard input into sources. */
public final class InputReader {
  private final InputStream standardInput;

  /**
   * A reader of files, and of what is piped in.
   *
   * @param standardInput read once, when it is asked for
   */
  public InputReader(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * Reads an input to its end.
   *
   * @throws StoppedException when it cannot be read
   * @throws dev.sidecarctl.diagnostic.RefusedException when it is no UTF-8
   */
  public Source read(Input input) {
    Path path = input.path();
    return path == null ? readStandardInput(input.name()) : read(input.name(), path);
  }

  /**
   * Whether a file has the two words that every Kubernetes object has, whatever else it is; true
   * for standard input, which can be read only once.
   *
   * @throws StoppedException when it cannot be read
   */
  public boolean mayBeManifest(Input input) {
    Path path = input.path();
    if (path == null) {
      return true;
    }
    try (InputStream file = Files.newInputStream(path)) {
      String bytes = new String(start(file), StandardCharsets.ISO_8859_1);
      return bytes.contains("apiVersion") && bytes.contains("kind");
    } catch (IOException e) {
      throw cannotRead(input.name(), Failure.reason(e));
    }
  }

  /** Reads a file to its end; throws as {@link #read(Input)} does. */
  public Source read(String name, Path path) {
    try (InputStream file = Files.newInputStream(path)) {
      return SourceReader.read(name, start(file));
    } catch (IOException e) {
      throw cannotRead(name, Files.isDirectory(path) ? "it is a folder" : Failure.reason(e));
    }
  }

  private Source readStandardInput(String name) {
    try {
      return SourceReader.read(name, start(standardInput));
    } catch (IOException e) {
      throw cannotRead("standard input", Failure.reason(e));
    }
  }

  /** All bytes, or as many as show that there are too many: a device never ends. */
  private static byte[] start(InputStream in) throws IOException {
    return in.readNBytes(SourceReader.ENOUGH);
  }

  private static StoppedException cannotRead(String name, String reason) {
    return StoppedException.failed(Code.CANNOT_READ, "cannot read " + name + ": " + reason, "");
  }
}
