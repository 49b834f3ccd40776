package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Replaces files, all or none as far as a file system lets us: every new text is written and
 * flushed beside its file first, and only then the files are renamed, one by one. A crash leaves
 * each file with its old text or its new one; a signal such as Ctrl-C leaves all of them with the
 * old ones, or all with the new ones, and nothing beside them.
 */
public final class InPlaceFiles implements AutoCloseable {

  private static final String SIGNAL = "a signal ends the run";
  private static final String NOTHING_WRITTEN = "nothing was written";

  /** A new text, written but not yet in place. */
  private record Staged(String name, Path target, Path temporary) {}

  private final List<Staged> staged = new ArrayList<>();
  private final List<Path> leftovers = new ArrayList<>();

  /**
   * Runs when a signal ends the process: lets a replacement that has begun come to its end, else
   * removes what was written.
   */
  private final Thread atSignal = new Thread(this::removeLeftovers, "leftovers");

  private boolean closed;

  /** None yet. */
  public InPlaceFiles() {
    Runtime.getRuntime().addShutdownHook(atSignal);
  }

  /**
   * Writes the new text of a file beside it. A link stays a link: what it leads to is replaced.
   *
   * @param before what the file held when it was read
   * @throws StoppedException when it cannot be written, or holds something else by now
   */
  public synchronized void stage(String name, Path file, byte[] before, byte[] text) {
    try {
      Path target = file.toRealPath();
      if (closed) {
        throw cannotWrite(name, SIGNAL);
      }
      if (!Files.isRegularFile(target)) {
        throw cannotWrite(name, "it is no regular file");
      }
      if (!Files.isWritable(target)) {
        throw cannotWrite(name, "it is read-only");
      }
      if (!Arrays.equals(Files.readAllBytes(target), before)) {
        throw cannotWrite(name, "somebody has changed it since it was read");
      }
      Path temporary = Files.createTempFile(target.getParent(), ".sidecarctl-", ".tmp");
      leftovers.add(temporary);
      write(temporary, text);
      copyOwnerAndMode(target, temporary);
      staged.add(new Staged(name, target, temporary));
    } catch (IOException e) {
      throw cannotWrite(name, Failure.reason(e));
    }
  }

  private static StoppedException cannotWrite(String name, String reason) {
    return StoppedException.failed(
        Code.CANNOT_WRITE, "cannot write " + name + ": " + reason, NOTHING_WRITTEN);
  }

  private static void write(Path temporary, byte[] text) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(text);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static void copyOwnerAndMode(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
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
    view.setPermissions(wanted.permissions());
  }

  /**
   * Puts the new texts in place.
   *
   * @throws StoppedException when a file cannot be replaced, with what was written and what was not
   */
  public synchronized void replaceAll() {
    if (closed) {
      throw StoppedException.failed(Code.CANNOT_WRITE, SIGNAL, NOTHING_WRITTEN);
    }
    for (int i = 0; i < staged.size(); i++) {
      Staged next = staged.get(i);
      try {
        Files.move(next.temporary(), next.target(), StandardCopyOption.ATOMIC_MOVE);
        leftovers.remove(next.temporary());
      } catch (IOException e) {
        throw new StoppedException(ExitStatus.FAILED, account(i, Failure.reason(e)));
      }
    }
  }

  /** What was written, and what was not, when the file of that index could not be replaced. */
  private List<Diagnostic> account(int failed, String reason) {
    List<Diagnostic> lines = new ArrayList<>();
    String message = "cannot replace " + staged.get(failed).name() + ": " + reason;
    lines.add(Diagnostic.error(Code.CANNOT_WRITE, message, null).helping(done(failed)));
    for (int i = 0; i < staged.size(); i++) {
      String state = i < failed ? " was written" : " was not written";
      lines.add(Diagnostic.error(Code.CANNOT_WRITE, staged.get(i).name() + state, null));
    }
    return lines;
  }

  private String done(int failed) {
    return failed == 0
        ? NOTHING_WRITTEN
        : "run the same command again: the files already written stay as they are";
  }

  /** Removes what was written and never put in place. */
  @Override
  public void close() {
    removeLeftovers();
    try {
      Runtime.getRuntime().removeShutdownHook(atSignal);
    } catch (IllegalStateException e) {
      // The process is about to end, and the hook finds nothing left to do.
    }
  }

  private synchronized void removeLeftovers() {
    closed = true;
    for (Path leftover : leftovers) {
      try {
        Files.deleteIfExists(leftover);
      } catch (IOException e) {
        // The file is hidden and harmless, and the user has been told what failed.
      }
    }
    leftovers.clear();
    staged.clear();
  }
}
