package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a source, walked by two threads: each takes the next one that is left. What they
 * share (templates, settings, the source) does not change, but for what guards itself.
 */
final class SideBySide {
  /** UTF-16 units from which a second thread is worth its start. */
  private static final int MANY = 32 * 1024;

  private final List<YamlDocument> documents;
  private final SourceSettings settings;
  private final Function<Workload, WorkloadChange> planning;
  private final AtomicReferenceArray<DocumentWalk> walked;
  private final AtomicInteger next = new AtomicInteger();
  private volatile @Nullable Throwable failure;

  private SideBySide(
      List<YamlDocument> documents,
      SourceSettings settings,
      Function<Workload, WorkloadChange> planning) {
    this.documents = documents;
    this.settings = settings;
    this.planning = planning;
    this.walked = new AtomicReferenceArray<>(documents.size());
  }

  /** What came of each document, in order; of a short source in one thread. */
  static List<DocumentWalk> walk(
      Source source,
      List<YamlDocument> documents,
      SourceSettings settings,
      Function<Workload, WorkloadChange> planning) {
    boolean many = source.text().length() >= MANY && documents.size() > 1;
    return many && Runtime.getRuntime().availableProcessors() > 1
        ? new SideBySide(documents, settings, planning).walkTogether()
        : walkInOrder(documents, settings, planning);
  }

  /** What came of each document, walked one after the other. */
  static List<DocumentWalk> walkInOrder(
      List<YamlDocument> documents,
      SourceSettings settings,
      Function<Workload, WorkloadChange> planning) {
    List<DocumentWalk> all = new ArrayList<>(documents.size());
    for (YamlDocument document : documents) {
      all.add(DocumentWalk.of(document, settings, planning));
    }
    return all;
  }

  private List<DocumentWalk> walkTogether() {
    Thread second = new Thread(this::walkWhatIsLeft, "documents");
    second.setDaemon(true);
    second.start();
    walkWhatIsLeft();
    try {
      second.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
    rethrow(failure);
    List<DocumentWalk> all = new ArrayList<>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      all.add(walked.get(i));
    }
    return all;
  }

  private void walkWhatIsLeft() {
    try {
      for (int i = next.getAndIncrement();
          i < documents.size() && failure == null;
          i = next.getAndIncrement()) {
        walked.set(i, DocumentWalk.of(documents.get(i), settings, planning));
      }
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }
}
