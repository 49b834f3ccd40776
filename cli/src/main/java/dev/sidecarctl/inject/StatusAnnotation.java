package dev.sidecarctl.inject;

import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.RecordText;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The record as it stands in a workload: an annotation of its own metadata, never of the pods'. */
final class StatusAnnotation {
  private static final String METADATA = "metadata";
  private static final String ANNOTATIONS = "annotations";

  private StatusAnnotation() {}

  /**
   * The record of a workload.
   *
   * @throws dev.sidecarctl.diagnostic.RefusedException when it is broken, or of a later format
   */
  static InjectionRecord read(Value.Mapping manifest) {
    Optional<Value> annotation =
        manifest.mapping(METADATA).mapping(ANNOTATIONS).find(InjectionRecord.ANNOTATION);
    return annotation.isPresent() && !annotation.get().isNull()
        ? RecordText.read(annotation.get())
        : InjectionRecord.none();
  }

  /**
   * The manifest with a record; an empty one takes the annotation away.
   *
   * @param slot what stood where the annotations are now, as the old record tells; null for nothing
   */
  static Value.Mapping write(
      Value.Mapping manifest, InjectionRecord record, @Nullable String slot) {
    Value.Mapping metadata = manifest.mapping(METADATA);
    Value.Mapping annotations = metadata.mapping(ANNOTATIONS);
    if (record.isEmpty()) {
      return annotations.find(InjectionRecord.ANNOTATION).isEmpty()
          ? manifest
          : manifest.with(METADATA, withoutRecord(metadata, annotations, slot));
    }
    Value text = Value.text(RecordText.write(record));
    Optional<Value> present = annotations.find(InjectionRecord.ANNOTATION);
    if (present.isPresent() && present.get().equals(text)) {
      return manifest;
    }
    Value.Mapping written = annotations.with(InjectionRecord.ANNOTATION, text);
    return manifest.with(METADATA, metadata.with(ANNOTATIONS, written));
  }

  /** Annotations that become empty go, unless it is known what stood there. */
  private static Value.Mapping withoutRecord(
      Value.Mapping metadata, Value.Mapping annotations, @Nullable String text) {
    Value.Mapping rest = annotations.without(InjectionRecord.ANNOTATION);
    if (!rest.entries().isEmpty()) {
      return metadata.with(ANNOTATIONS, rest);
    }
    Optional<Value> slot = WorkloadMerge.slotValue(text);
    return slot.isPresent()
        ? metadata.with(ANNOTATIONS, slot.get())
        : metadata.without(ANNOTATIONS);
  }
}
