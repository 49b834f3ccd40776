package dev.sidecarctl.lint.rule;

/** Something that a good template keeps to. */
public interface Rule {

  /** Tells what in a template does not. */
  void check(Subject subject, Remarks remarks);
}
