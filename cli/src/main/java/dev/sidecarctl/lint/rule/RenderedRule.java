package dev.sidecarctl.lint.rule;

import dev.sidecarctl.lint.trial.Trial;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import java.util.ArrayList;
import java.util.List;

/** A rule about what a template comes to, whatever is tried. */
abstract class RenderedRule implements Rule {

  @Override
  public final void check(Subject subject, Remarks remarks) {
    for (Trial trial : subject.trials()) {
      if (trial.rendered().isPresent()) {
        remarks.during(trial, subject.trials().get(0));
        check(trial.rendered().get(), subject, remarks);
      }
    }
    remarks.duringNone();
  }

  abstract void check(RenderedTemplate rendered, Subject subject, Remarks remarks);

  /** Every container that the template brings. */
  static List<ContainerItem> containers(RenderedTemplate rendered) {
    List<ContainerItem> all = new ArrayList<>(rendered.sidecars());
    all.addAll(rendered.containers());
    all.addAll(rendered.initContainers());
    return all;
  }
}
