package dev.sidecarctl.inject;

import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.merge.RecordText;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Optional;

/** The record as it stands in a workload: an annotation of its own metadata, never of the pods'. */
final class StatusAnnotation {
  private static final ItemPath PATH =
      ItemPath.of("metadata", "annotations", InjectionRecord.ANNOTATION);

  /** Where it stands in a workload's manifest. */
  static final FieldPath AT = FieldPath.of("metadata", "annotations", InjectionRecord.ANNOTATION);

  private StatusAnnotation() {}

  /**
   * The record of a workload.
   *
   * @throws dev.sidecarctl.diagnostic.RefusedException when it is broken, or of a later format
   */
  static InjectionRecord read(Value.Mapping manifest) {
    Optional<Value> annotation = PATH.find(manifest);
    return annotation.isPresent() && !annotation.get().isNull()
        ? RecordText.read(annotation.get())
        : InjectionRecord.none();
  }

  /**
   * The manifest with a record; an empty one takes the annotation away, and what becomes empty by
   * that.
   *
   * @param was what stood in places that are now filled, by their path in the manifest
   */
  static Value.Mapping write(
      Value.Mapping manifest, InjectionRecord record, Map<String, String> was) {
    Optional<Value> present = PATH.find(manifest);
    if (record.isEmpty()) {
      return present.isEmpty() ? manifest : WorkloadMerge.without(manifest, PATH, was);
    }
    Value text = Value.text(RecordText.write(record));
    return present.equals(Optional.of(text)) ? manifest : WorkloadMerge.with(manifest, PATH, text);
  }

  /**
   * The manifest of a Pod, whose annotations the templates write to as well, with the record where
   * a first injection puts it: behind theirs, but in front of what somebody wrote behind it since.
   *
   * @param before the manifest as it was
   */
  static Value.Mapping behindOthers(Value.Mapping manifest, Value.Mapping before) {
    Value.Mapping annotations = manifest.mapping("metadata").mapping("annotations");
    Optional<Value> record = annotations.find(InjectionRecord.ANNOTATION);
    if (record.isEmpty()) {
      return manifest;
    }
    Value.Mapping others = annotations.without(InjectionRecord.ANNOTATION);
    boolean passed = false;
    String follower = "";
    for (String key : before.mapping("metadata").mapping("annotations").entries().keySet()) {
      if (passed && follower.isEmpty() && others.find(key).isPresent()) {
        follower = key;
      }
      passed |= key.equals(InjectionRecord.ANNOTATION);
    }
    Value.Mapping placed = others.withBefore(follower, InjectionRecord.ANNOTATION, record.get());
    return (Value.Mapping) FieldPath.of("metadata", "annotations").replace(manifest, placed);
  }
}
