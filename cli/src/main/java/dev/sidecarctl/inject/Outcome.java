package dev.sidecarctl.inject;

import java.util.ArrayList;
import java.util.List;

/** What was done to a workload, or would be done. */
public sealed interface Outcome {

  /** One word or two for the workload's line: {@code injected}, {@code up to date}. */
  String verb();

  /** What follows the verb: names of templates, or a reason; empty for nothing. */
  String detail();

  /** What would be done, of a change that is only looked for: {@code would inject}. */
  default String intention() {
    return verb();
  }

  /** Whether the workload's text is another one afterwards. */
  default boolean isChange() {
    return this instanceof Change;
  }

  /** An outcome that is about templates. */
  sealed interface OfTemplates extends Outcome {

    /** Their names. */
    List<String> templates();

    @Override
    default String detail() {
      return String.join(", ", templates());
    }
  }

  /** An outcome that changes the workload's text. */
  sealed interface Change extends OfTemplates {}

  /**
   * Templates that it did not carry went in.
   *
   * @param versions of those that it carried, from which version to which they went
   * @param removed those that went out
   */
  record Injected(List<String> templates, List<VersionChange> versions, List<String> removed)
      implements Change {
    @Override
    public String verb() {
      return "injected";
    }

    @Override
    public String intention() {
      return "would inject";
    }

    @Override
    public String detail() {
      List<String> updated = new ArrayList<>();
      for (VersionChange change : versions) {
        updated.add(change.describe());
      }
      String also = updated.isEmpty() ? "" : "; updated " + String.join(", ", updated);
      return String.join(", ", templates) + also + alsoRemoved(removed);
    }
  }

  /**
   * Templates that it carried changed.
   *
   * @param versions for some of them, from which version to which
   * @param removed those that went out
   */
  record Updated(List<String> templates, List<VersionChange> versions, List<String> removed)
      implements Change {
    @Override
    public String verb() {
      return "updated";
    }

    @Override
    public String intention() {
      return "would update";
    }

    @Override
    public String detail() {
      List<String> details = new ArrayList<>();
      for (String template : templates) {
        String detail = template;
        for (VersionChange change : versions) {
          detail = change.template().equals(template) ? change.describe() : detail;
        }
        details.add(detail);
      }
      return String.join(", ", details) + alsoRemoved(removed);
    }
  }

  private static String alsoRemoved(List<String> removed) {
    return removed.isEmpty() ? "" : "; removed " + String.join(", ", removed);
  }

  /** Templates that it carried went out. */
  record Removed(List<String> templates) implements Change {
    @Override
    public String verb() {
      return "removed";
    }

    @Override
    public String intention() {
      return "would remove";
    }
  }

  /** It carries what it should. */
  record UpToDate(List<String> templates) implements OfTemplates {
    @Override
    public String verb() {
      return "up to date";
    }
  }

  /** It was passed over. */
  record Skipped(String reason) implements Outcome {
    @Override
    public String verb() {
      return "skipped";
    }

    @Override
    public String detail() {
      return reason;
    }
  }

  /** Something forbids the change; the diagnostics say what. */
  record Refused() implements Outcome {
    @Override
    public String verb() {
      return "refused";
    }

    @Override
    public String detail() {
      return "";
    }
  }
}
