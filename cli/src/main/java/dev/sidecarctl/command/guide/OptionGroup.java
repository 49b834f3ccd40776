package dev.sidecarctl.command.guide;

/** What options are about, in the order in which they are shown. */
public enum OptionGroup {
  /** Which manifests. */
  INPUT("What to work on"),
  /** Which templates, and with which values. */
  TEMPLATES("What to inject"),
  /** What is checked, and when nothing is written. */
  RULES("What to check, and when to refuse"),
  /** Where results and words go. */
  OUTPUT("What comes out");

  private final String heading;

  OptionGroup(String heading) {
    this.heading = heading;
  }

  /** What stands above them. */
  String heading() {
    return heading;
  }
}
