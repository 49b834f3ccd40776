package dev.sidecarctl.command.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Hidden files beside those that they are to replace. Their names say which process made them, so
 * that what a killed one left can be told, and removed by the next.
 */
final class TemporaryFiles {
  private static final String START = ".sidecarctl-";
  private static final String END = ".tmp";

  /** After so long nobody works on a file any more, wherever its owner runs, or ran. */
  private static final long DAY = 24 * 60 * 60 * 1000L;

  private final ProcessName process = ProcessName.ofThis();
  private final Set<Path> present = new LinkedHashSet<>();
  private final Set<Path> swept = new HashSet<>();
  private int made;

  /**
   * Writes a text beside a file, with the file's owner, mode and whatever else is kept of it.
   *
   * @param target no link
   */
  Path write(Path target, byte[] text) throws IOException {
    Path temporary = copy(target);
    FileRights.letWrite(temporary);
    try (FileChannel channel =
        FileChannel.open(
            temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer left = ByteBuffer.wrap(text);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    }
    FileRights.copy(target, temporary);
    return temporary;
  }

  /** A copy of the file has its lists of rights and its labels, which Java cannot set otherwise. */
  private Path copy(Path target) throws IOException {
    while (true) {
      Path temporary = target.resolveSibling(START + process.text() + "-" + made++ + END);
      present.add(temporary);
      try {
        Files.copy(target, temporary, StandardCopyOption.COPY_ATTRIBUTES);
        return temporary;
      } catch (FileAlreadyExistsException e) {
        // It is of a process that once had our number.
        present.remove(temporary);
      } catch (AccessDeniedException e) {
        throw new FileSystemException(
            temporary.toString(), null, "no file can be made in its folder: permission denied");
      }
    }
  }

  /** Sees to it that what was written is on the disk. */
  static void flush(Path temporary) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Forgets one that is in its place by now. */
  void placed(Path temporary) {
    present.remove(temporary);
  }

  /** Removes all that were not put in place. */
  void removeAll() {
    for (Path temporary : present) {
      remove(temporary);
    }
    present.clear();
  }

  /** Removes what processes that are no more have left in a folder; looks there once. */
  void sweep(Path folder) {
    if (!swept.add(folder.toAbsolutePath().normalize())) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (name.startsWith(START) && name.endsWith(END) && isLeft(entry, name)) {
          remove(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What was left is hidden and harmless.
    }
  }

  private boolean isLeft(Path file, String name) throws IOException {
    String ownerAndNumber = name.substring(START.length(), name.length() - END.length());
    int number = ownerAndNumber.lastIndexOf('-');
    return number > 0
        && (process.seesEndOf(ownerAndNumber.substring(0, number))
            || Files.getLastModifiedTime(file).compareTo(longAgo()) < 0);
  }

  private static FileTime longAgo() {
    return FileTime.fromMillis(System.currentTimeMillis() - DAY);
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // It is hidden and harmless.
    }
  }
}
