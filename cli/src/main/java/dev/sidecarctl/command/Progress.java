package dev.sidecarctl.command;

import dev.sidecarctl.output.Report;
import java.io.OutputStream;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line on a terminal that tells how far a long run is; it is gone before anything else is said.
 * May be used by several threads.
 */
final class Progress implements AutoCloseable {
  /** So many files are done before anybody wonders. */
  static final int FEW = 50;

  private static final long MILLISECOND = 1_000_000;
  private static final long PATIENCE = 500 * MILLISECOND;
  private static final long PAUSE = 100 * MILLISECOND;

  private final int files;
  private final OutputStream err;
  private final LongSupplier clock;
  private long next;
  private int read;
  private int done;
  private int shown;

  /**
   * @param files how many there are to be read and worked on
   * @param err the terminal
   * @param clock tells nanoseconds
   */
  Progress(int files, OutputStream err, LongSupplier clock) {
    this.files = files;
    this.err = err;
    this.clock = clock;
    this.next = clock.getAsLong() + PATIENCE;
  }

  /** The line of a run; null where nobody would see it, or it is not wanted. */
  static @Nullable Progress of(int files, RunOptions options, Surroundings around) {
    boolean dumb = around.environment().getOrDefault("TERM", "").equals("dumb");
    boolean seen = around.errorIsTerminal() && !dumb;
    return seen && files > FEW && options.loudness() != Report.Loudness.QUIET
        ? new Progress(files, around.err(), System::nanoTime)
        : null;
  }

  /** One more file was read. */
  synchronized void read() {
    read++;
    show("reading " + read);
  }

  /** One more file is done. */
  synchronized void done() {
    done++;
    show("done with " + done);
  }

  private void show(String far) {
    long now = clock.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + PAUSE;
    String line = "sidecarctl: " + far + " of " + files + " files";
    String rest = " ".repeat(Math.max(0, shown - line.length()));
    Said.write("\r" + line + rest, err);
    shown = line.length();
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (shown > 0) {
      Said.write("\r" + " ".repeat(shown) + "\r", err);
      shown = 0;
    }
    next = Long.MAX_VALUE;
  }
}
