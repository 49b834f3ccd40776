package dev.sidecarctl.command.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Threads that do the same to many things: each takes the next one that is left, and none waits for
 * another. What came of each is in the order of the things.
 *
 * <p>A thing that is alone is done at once, and no further thread is started for it.
 */
public final class Crew {
  private static final String THREADS = "SIDECARCTL_THREADS";
  private static final int MOST = 64;

  private final int threads;

  /**
   * @param threads how many work at once, the one that asks among them
   */
  public Crew(int threads) {
    this.threads = threads;
  }

  /** As many as there are processors, unless the environment says otherwise. */
  public static Crew of(Map<String, String> environment) {
    String word = environment.getOrDefault(THREADS, "");
    int processors = Runtime.getRuntime().availableProcessors();
    try {
      int threads = word.isEmpty() ? processors : Integer.parseInt(word);
      return new Crew(threads < 1 ? processors : Math.min(threads, MOST));
    } catch (NumberFormatException e) {
      return new Crew(processors);
    }
  }

  /** Does a job to each. */
  public <T, R> List<Attempt<R>> each(List<T> things, Function<T, R> job) {
    int hands = Math.min(threads, things.size());
    return hands < 2 ? inOrder(things, job) : new Shift<>(things, job).work(hands);
  }

  private static <T, R> List<Attempt<R>> inOrder(List<T> things, Function<T, R> job) {
    List<Attempt<R>> all = new ArrayList<>(things.size());
    for (T thing : things) {
      all.add(Attempt.of(thing, job));
    }
    return all;
  }

  /** One piece of work for all of them. */
  private static final class Shift<T, R> {
    private final List<T> things;
    private final Function<T, R> job;
    private final AtomicReferenceArray<Attempt<R>> done;
    private final AtomicInteger next = new AtomicInteger();

    Shift(List<T> things, Function<T, R> job) {
      this.things = things;
      this.job = job;
      this.done = new AtomicReferenceArray<>(things.size());
    }

    List<Attempt<R>> work(int hands) {
      List<Thread> others = new ArrayList<>();
      for (int i = 1; i < hands; i++) {
        Thread other = new Thread(this::takeWhatIsLeft, "files-" + i);
        other.setDaemon(true);
        other.start();
        others.add(other);
      }
      takeWhatIsLeft();
      try {
        for (Thread other : others) {
          other.join();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      }
      List<Attempt<R>> all = new ArrayList<>(things.size());
      for (int i = 0; i < things.size(); i++) {
        all.add(done.get(i));
      }
      return all;
    }

    private void takeWhatIsLeft() {
      for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
        done.set(i, Attempt.of(things.get(i), job));
      }
    }
  }
}
