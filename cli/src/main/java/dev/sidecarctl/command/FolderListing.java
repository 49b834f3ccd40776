package dev.sidecarctl.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The manifests of a folder, by their endings; hidden files and folders are left out. */
final class FolderListing {
  private final Path folder;
  private final boolean deep;

  FolderListing(Path folder, boolean deep) {
    this.folder = folder;
    this.deep = deep;
  }

  /** Paths relative to the folder, with slashes, sorted. */
  List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    collect(folder, "", files);
    Collections.sort(files);
    return files;
  }

  private void collect(Path at, String prefix, List<String> files) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (isHidden(name)) {
          continue;
        }
        if (Files.isDirectory(entry)) {
          // Links to folders are not followed: they may lead back up.
          if (deep && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            collect(entry, prefix + name + "/", files);
          }
        } else if (isManifest(name)) {
          files.add(prefix + name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  static boolean isHidden(String name) {
    return name.startsWith(".");
  }

  private static boolean isManifest(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
