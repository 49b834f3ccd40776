package dev.sidecarctl.command.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The manifests of a folder, by their endings; hidden files and folders are left out. */
final class FolderListing {

  /** A folder cannot be listed. */
  static final class UnlistableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final IOException reason;

    UnlistableException(String folder, IOException reason) {
      super(folder, reason);
      this.folder = folder;
      this.reason = reason;
    }

    /** Which one, relative to the one that was to be listed; empty for that one itself. */
    String folder() {
      return folder;
    }

    IOException reason() {
      return reason;
    }
  }

  private final Path folder;
  private final boolean deep;

  FolderListing(Path folder, boolean deep) {
    this.folder = folder;
    this.deep = deep;
  }

  /** The files, their names relative to the folder, with slashes; sorted by these. */
  List<NamedPath> files() throws UnlistableException {
    List<NamedPath> files = new ArrayList<>();
    collect(folder, "", files);
    Collections.sort(files);
    return files;
  }

  private void collect(Path at, String prefix, List<NamedPath> files) throws UnlistableException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (isHidden(name)) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          // Links to folders are not followed: they may lead back up.
          if (deep && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            collect(entry, prefix + NamedPath.lastName(entry) + "/", files);
          }
        } else if (isManifest(name)) {
          files.add(NamedPath.in(prefix, entry));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw new UnlistableException(prefix, Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw new UnlistableException(prefix, e);
    }
  }

  static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  private static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
