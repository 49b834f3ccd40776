package dev.sidecarctl.command;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files and standard input into sources. */
final class SourceReader {
  private final InputStream standardInput;

  SourceReader(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * Reads an input to its end.
   *
   * @throws StoppedException when it cannot be read
   * @throws dev.sidecarctl.diagnostic.RefusedException when it is no UTF-8
   */
  Source read(Input input) {
    Path path = input.path();
    return path == null ? decode(input.name(), readStandardInput()) : read(input.name(), path);
  }

  /** Reads a file to its end; throws as {@link #read(Input)} does. */
  Source read(String name, Path path) {
    try {
      return decode(name, Files.readAllBytes(path));
    } catch (IOException e) {
      throw cannotRead(name, Files.isDirectory(path) ? "it is a folder" : Failure.reason(e));
    } catch (OutOfMemoryError e) {
      throw cannotRead(name, "it is too large");
    }
  }

  private byte[] readStandardInput() {
    try {
      return standardInput.readAllBytes();
    } catch (IOException e) {
      throw cannotRead("standard input", Failure.reason(e));
    }
  }

  private static StoppedException cannotRead(String name, String reason) {
    return StoppedException.failed(Code.CANNOT_READ, "cannot read " + name + ": " + reason, "");
  }

  private static Source decode(String name, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Source(name, text);
    } catch (CharacterCodingException e) {
      throw new StoppedException(
          ExitStatus.REFUSED,
          java.util.List.of(
              dev.sidecarctl.diagnostic.Diagnostic.error(
                  Code.NOT_UTF8, name + " is not UTF-8", null)));
    }
  }
}
