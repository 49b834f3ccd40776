package dev.sidecarctl.command.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose a file is, and who may do what with it; nothing where the file system has no such word. */
final class FileRights {
  private FileRights() {}

  /** Lets the process write to a file of its own, whatever the mode that was copied to it. */
  static void letWrite(Path file) throws IOException {
    PosixFileAttributeView view = view(file);
    if (view != null && !Files.isWritable(file)) {
      Set<PosixFilePermission> rights = view.readAttributes().permissions();
      rights.add(PosixFilePermission.OWNER_WRITE);
      view.setPermissions(rights);
    }
  }

  /** Gives a file the owner, group and mode of another, as far as we may. */
  static void copy(Path from, Path to) throws IOException {
    PosixFileAttributeView view = view(to);
    if (view == null) {
      return;
    }
    PosixFileAttributes wanted =
        Files.readAttributes(from, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributes given = view.readAttributes();
    try {
      GroupPrincipal group = wanted.group();
      if (!given.group().equals(group)) {
        view.setGroup(group);
      }
      if (!given.owner().equals(wanted.owner())) {
        view.setOwner(wanted.owner());
      }
    } catch (IOException e) {
      // Only root may give files away; the file is then ours, as with an editor.
    }
    PosixFileAttributes reached = view.readAttributes();
    Set<PosixFilePermission> rights = wanted.permissions();
    if (!reached.group().equals(wanted.group())) {
      rights.removeAll(ofGroupAlone(rights));
    }
    if (!reached.permissions().equals(rights)) {
      view.setPermissions(rights);
    }
  }

  /** What one group was allowed, and not everybody, is nothing that another one may do. */
  private static Set<PosixFilePermission> ofGroupAlone(Set<PosixFilePermission> rights) {
    Set<PosixFilePermission> alone = EnumSet.noneOf(PosixFilePermission.class);
    if (!rights.contains(PosixFilePermission.OTHERS_READ)) {
      alone.add(PosixFilePermission.GROUP_READ);
    }
    if (!rights.contains(PosixFilePermission.OTHERS_WRITE)) {
      alone.add(PosixFilePermission.GROUP_WRITE);
    }
    if (!rights.contains(PosixFilePermission.OTHERS_EXECUTE)) {
      alone.add(PosixFilePermission.GROUP_EXECUTE);
    }
    return alone;
  }

  /** How many names a file has; 1 where that cannot be told. */
  static int links(Path file) {
    try {
      return Files.getAttribute(file, "unix:nlink") instanceof Integer links ? links : 1;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return 1;
    }
  }

  private static @Nullable PosixFileAttributeView view(Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class);
  }
}
