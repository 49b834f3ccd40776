package dev.sidecarctl.command.file;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that was tried by whichever thread: a result, or what was thrown. It is
 * looked at in the order of the inputs, so that what is said does not tell who was first.
 *
 * @param result null where something was thrown
 * @param failure null where nothing was
 */
public record Attempt<R>(@Nullable R result, @Nullable Throwable failure) {

  /** Does something to a thing. */
  public static <T, R> Attempt<R> of(T thing, Function<T, R> job) {
    try {
      return new Attempt<>(job.apply(thing), null);
    } catch (RuntimeException | Error e) {
      return new Attempt<>(null, e);
    }
  }

  /** The result; throws what was thrown. */
  public R get() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (result == null) {
      throw new IllegalStateException("nothing came of it");
    }
    return result;
  }
}
