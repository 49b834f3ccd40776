package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replaces files, all or none as far as a file system lets us: every new text is written and
 * flushed beside its file first, then all files are looked at once more, and only then they are
 * renamed, one by one. A crash leaves each file with its old text or its new one; a signal such as
 * Ctrl-C leaves all of them with the old ones, or all with the new ones, and nothing beside them.
 */
public final class InPlaceFiles implements AutoCloseable {

  /** Whoever waits for a disk needs no processor. */
  private static final int FLUSHERS = 4;

  private static final String NOTHING_WRITTEN = "nothing was written";
  private static final String AGAIN = "; run the same command again to work on what is there now";

  /** Puts a file in the place of another in one step. */
  interface Renaming {
    void rename(Path from, Path to) throws IOException;
  }

  private static final class AtomicRenaming implements Renaming {
    @Override
    public void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** A new text, written but not yet in place. */
  private record Staged(String name, Path file, Path target, String before, Path temporary) {}

  private final Renaming renaming;
  private final List<Staged> staged = new ArrayList<>();
  private final TemporaryFiles temporaries = new TemporaryFiles();

  /**
   * Runs when a signal ends the process: lets a replacement that has begun come to its end, else
   * removes what was written. Not there before there is anything to remove.
   */
  private @Nullable Thread atSignal;

  private boolean signalled;

  /** None yet. */
  public InPlaceFiles() {
    this(new AtomicRenaming());
  }

  InPlaceFiles(Renaming renaming) {
    this.renaming = renaming;
  }

  /** What is worth a word before a file is replaced. */
  public static List<Diagnostic> warnings(String name, Path file) {
    int links = FileRights.links(file);
    if (links < 2) {
      return List.of();
    }
    String others = links == 2 ? "the other one keeps" : "the others keep";
    return List.of(
        Diagnostic.warning(
                Code.HARD_LINK,
                name + " is one of " + links + " hard links to a file: " + others + " the old text",
                null)
            .helping("a new file takes its place; link them anew, or make them symbolic links"));
  }

  /** Removes what a killed process may have left in the folder of a file. */
  public void cleanUpBeside(Path file) {
    Path folder = file.getParent();
    temporaries.sweep(folder == null ? file.resolveSibling("") : folder);
  }

  /**
   * Writes the new text of a file beside it. A link stays a link: what it leads to is replaced.
   *
   * @param before what the file held when it was read
   * @throws StoppedException when it cannot be written, or holds something else by now
   */
  public void stage(String name, Path file, String before, String text) {
    try {
      Path target = target(name, file);
      check(name, file, target, before);
      if (!Files.isWritable(target)) {
        throw cannotWrite(name, "it is read-only", "");
      }
      cleanUpBeside(target);
      stage(new Staged(name, file, target, before, file), text);
    } catch (IOException e) {
      throw cannotWrite(name, Failure.reason(e), "");
    }
  }

  private void stage(Staged next, String text) throws IOException {
    boolean goesOn;
    synchronized (this) {
      watchForSignals();
      goesOn = !signalled;
      if (goesOn) {
        Path temporary = temporaries.write(next.target(), bytes(text));
        staged.add(new Staged(next.name(), next.file(), next.target(), next.before(), temporary));
      }
    }
    if (!goesOn) {
      waitForTheEnd();
    }
  }

  private static Path target(String name, Path file) throws IOException {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException e) {
      throw removed(name);
    }
  }

  /** Whether a file is still what was read. */
  private static void check(String name, Path file, Path target, String before) throws IOException {
    try {
      if (!file.toRealPath().equals(target)) {
        throw cannotWrite(name, "the link leads elsewhere since it was read", AGAIN);
      }
      if (Files.isDirectory(target)) {
        throw cannotWrite(name, "it has become a folder since it was read", AGAIN);
      }
      if (!Files.isRegularFile(target)) {
        throw cannotWrite(name, "it is no regular file", "");
      }
      if (!Arrays.equals(Files.readAllBytes(target), bytes(before))) {
        throw cannotWrite(name, "somebody has changed it since it was read", AGAIN);
      }
    } catch (NoSuchFileException e) {
      throw removed(name);
    }
  }

  private static StoppedException removed(String name) {
    return cannotWrite(name, "somebody has removed it since it was read", AGAIN);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static StoppedException cannotWrite(String name, String reason, String more) {
    return StoppedException.failed(
        Code.CANNOT_WRITE, "cannot write " + name + ": " + reason, NOTHING_WRITTEN + more);
  }

  /**
   * Puts the new texts in place.
   *
   * @throws StoppedException when a file is no longer what was read, and nothing was written; or
   *     when one cannot be replaced, with what was written and what was not
   */
  public void replaceAll() {
    flush();
    boolean goesOn;
    synchronized (this) {
      goesOn = !signalled;
      if (goesOn) {
        checkAll();
        renameAll();
      }
    }
    if (!goesOn) {
      waitForTheEnd();
    }
  }

  private void flush() {
    List<Attempt<Path>> flushed = new Crew(FLUSHERS).each(staged, new Flushing());
    for (int i = 0; i < flushed.size(); i++) {
      try {
        flushed.get(i).get();
      } catch (UncheckedIOException e) {
        stop(staged.get(i), Objects.requireNonNull(e.getCause()));
      }
    }
  }

  private static final class Flushing implements Function<Staged, Path> {
    @Override
    public Path apply(Staged next) {
      try {
        TemporaryFiles.flush(next.temporary());
        return next.temporary();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void stop(Staged at, IOException e) {
    boolean removed;
    synchronized (this) {
      removed = signalled;
    }
    if (removed) {
      waitForTheEnd();
    }
    throw cannotWrite(at.name(), Failure.reason(e), "");
  }

  private void checkAll() {
    for (Staged next : staged) {
      try {
        check(next.name(), next.file(), next.target(), next.before());
      } catch (IOException e) {
        throw cannotWrite(next.name(), Failure.reason(e), "");
      }
    }
  }

  private void renameAll() {
    for (int i = 0; i < staged.size(); i++) {
      Staged next = staged.get(i);
      try {
        // Once more: somebody may have saved it while the others were renamed.
        check(next.name(), next.file(), next.target(), next.before());
        renaming.rename(next.temporary(), next.target());
        temporaries.placed(next.temporary());
      } catch (StoppedException e) {
        throw account(i, e.diagnostics().get(0).message());
      } catch (IOException e) {
        throw account(i, "cannot replace " + next.name() + ": " + Failure.reason(e));
      }
    }
  }

  /** What was written, and what was not, when the file of that index could not be replaced. */
  private StoppedException account(int failed, String message) {
    List<Diagnostic> lines = new ArrayList<>();
    String help =
        failed == 0
            ? NOTHING_WRITTEN
            : "run the same command again: the files already written stay as they are";
    lines.add(Diagnostic.error(Code.CANNOT_WRITE, message, null).helping(help));
    for (int i = 0; i < staged.size(); i++) {
      String state = i < failed ? " was written" : " was not written";
      lines.add(Diagnostic.error(Code.CANNOT_WRITE, staged.get(i).name() + state, null));
    }
    return new StoppedException(ExitStatus.FAILED, lines);
  }

  private void watchForSignals() {
    if (atSignal == null) {
      Thread thread = new Thread(this::end, "leftovers");
      try {
        Runtime.getRuntime().addShutdownHook(thread);
        atSignal = thread;
      } catch (IllegalStateException e) {
        // The process is about to end; nothing is there yet that would be left.
        signalled = true;
      }
    }
  }

  private synchronized void end() {
    signalled = true;
    temporaries.removeAll();
  }

  /** The signal ends the process, with a status of its own; until then nothing is to happen. */
  private static void waitForTheEnd() {
    while (true) {
      LockSupport.park();
    }
  }

  /** Removes what was written and never put in place. */
  @Override
  public synchronized void close() {
    temporaries.removeAll();
    staged.clear();
    if (atSignal != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(atSignal);
      } catch (IllegalStateException e) {
        // The process is about to end, and the hook finds nothing left to do.
      }
    }
  }
}
