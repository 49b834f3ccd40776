package dev.sidecarctl.inject;

import dev.sidecarctl.check.advice.PodAdvice;
import dev.sidecarctl.check.advice.QosClass;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** What an injection brings about that no API server refuses, and people had better know. */
final class ResultAdvice {
  private final Workload workload;
  private final Neighbours neighbours;

  /**
   * @param neighbours what stands beside the workload in the input
   */
  ResultAdvice(Workload workload, Neighbours neighbours) {
    this.workload = workload;
    this.neighbours = neighbours;
  }

  /**
   * What is true of the pod as it comes out, and was not before.
   *
   * @param after the whole manifest as it comes out
   */
  List<Finding> findings(Value.Mapping after) {
    Field podBefore = pod(workload.manifest());
    Field podAfter = pod(after);
    Findings before = new Findings();
    PodAdvice.check(podBefore, before);
    Findings found = new Findings();
    PodAdvice.check(podAfter, found);
    QosClass.check(podBefore, podAfter, found);
    new NeighbourAdvice(workload, neighbours).check(podBefore, podAfter, found);
    List<Finding> fresh = new ArrayList<>();
    for (Finding finding : found.all()) {
      boolean old = false;
      for (Finding other : before.all()) {
        old |= finding.sameAs(other);
      }
      if (!old) {
        fresh.add(finding);
      }
    }
    return fresh;
  }

  private Field pod(Value.Mapping manifest) {
    Field field = Field.root(manifest);
    for (FieldPath.Segment segment : workload.podTemplate().segments()) {
      if (segment instanceof FieldPath.Key key) {
        field = field.key(key.name());
      }
    }
    return field;
  }
}
