package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The folder where kustomize looks for exec plugins: {@code GROUP/VERSION/kind/Kind}, the inner
 * folder in lower case.
 */
public final class PluginFolder {
  private static final String GROUP = "sidecarctl.dev/v1";

  /** A template transforms; a configuration, with the argument validate, checks. */
  private static final List<String> KINDS = List.of("SidecarTemplate", "Configuration");

  private final Path root;

  public PluginFolder(Path root) {
    this.root = root;
  }

  /**
   * Links the program to where it is looked for. What is there already stays; a link to elsewhere
   * is replaced.
   *
   * @param launcher the program
   * @return what was done, a line a kind
   * @throws StoppedException when something else is in the way, or nothing can be written there
   */
  public List<String> install(Path launcher) {
    List<String> lines = new ArrayList<>();
    for (String kind : KINDS) {
      Path link = link(kind);
      try {
        lines.add(install(link, launcher));
      } catch (IOException | UnsupportedOperationException e) {
        throw StoppedException.failed(
            Code.CANNOT_WRITE,
            "cannot link " + link + ": " + reason(e),
            "--dir names another folder; kustomize looks in $KUSTOMIZE_PLUGIN_HOME");
      }
    }
    return lines;
  }

  private static String install(Path link, Path launcher) throws IOException {
    String arrow = link + " -> " + launcher;
    if (Files.isSymbolicLink(link)) {
      Path before = Files.readSymbolicLink(link);
      if (before.equals(launcher)) {
        return "is there already: " + arrow;
      }
      Files.delete(link);
      Files.createSymbolicLink(link, launcher);
      return "linked: " + arrow + ", which was a link to " + before;
    }
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      throw StoppedException.failed(
          Code.CANNOT_WRITE, link + " is no link of ours, and was left alone", "move it away");
    }
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, launcher);
    return "linked: " + arrow;
  }

  /**
   * Removes the links, and the folders that are empty then.
   *
   * @return what was done, a line a kind
   * @throws StoppedException when something cannot be removed
   */
  public List<String> uninstall() {
    List<String> lines = new ArrayList<>();
    for (String kind : KINDS) {
      Path link = link(kind);
      try {
        if (Files.isSymbolicLink(link)) {
          Files.delete(link);
          removeEmpty(folder(kind));
          lines.add("removed: " + link);
        } else {
          lines.add("is not there: " + link);
        }
      } catch (IOException e) {
        throw StoppedException.failed(
            Code.CANNOT_WRITE, "cannot remove " + link + ": " + reason(e), "");
      }
    }
    return lines;
  }

  private void removeEmpty(Path folder) throws IOException {
    Path empty = folder;
    while (empty != null && empty.startsWith(root) && !empty.equals(root) && isEmpty(empty)) {
      Files.delete(empty);
      empty = empty.getParent();
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  private Path link(String kind) {
    return folder(kind).resolve(kind);
  }

  private Path folder(String kind) {
    return root.resolve(GROUP).resolve(kind.toLowerCase(Locale.ROOT));
  }

  private static String reason(Exception e) {
    return e instanceof IOException failure ? Failure.reason(failure) : "links are not supported";
  }
}
