package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one source.
 *
 * @param before the text as read
 * @param after the text to write; the same object as {@code before} when nothing changes
 * @param workloads one result for each workload, in order
 * @param diagnostics everything said of the source: what concerns the stream as a whole, then
 *     document by document
 * @param labelChanges the workloads whose pods get other labels
 */
public record Injection(
    Source before,
    Source after,
    List<WorkloadResult> workloads,
    List<Diagnostic> diagnostics,
    List<LabelChange> labelChanges) {

  /** A source that nothing is done to. */
  public static Injection untouched(Source source, List<Diagnostic> diagnostics) {
    return new Injection(source, source, List.of(), diagnostics, List.of());
  }

  /** The same with more said of it; what forbids writing makes it a refused one. */
  public Injection saying(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(diagnostics);
    all.addAll(more);
    return more.isEmpty() ? this : new Injection(before, after, workloads, all, labelChanges);
  }

  /** Whether there is something to write. */
  public boolean changed() {
    return after != before;
  }

  /** Whether something in the source forbids writing anything. */
  public boolean refused() {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        return true;
      }
    }
    return false;
  }
}
