package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.lint.trial.Trial;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is said of a template: the same thing once, however many trials show it. */
public final class Remarks {
  private final Location template;
  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<Key> said = new HashSet<>();
  private String circumstance = "";

  /** What makes two remarks the same. */
  private record Key(Code code, @Nullable Location at, String detail) {}

  /**
   * @param template where its name stands
   */
  public Remarks(Location template) {
    this.template = template;
  }

  /** What is said from now on, a trial shows. */
  void during(Trial trial, Trial first) {
    circumstance = trial.settings().differenceFrom(first.settings());
  }

  /** What is said from now on is so in any case. */
  void duringNone() {
    circumstance = "";
  }

  /** Warns of what a value says. */
  void warn(Code code, Value at, String message, String help) {
    add(Diagnostic.warning(code, message, at.origin().orElse(template)).helping(help), message);
  }

  /** Warns of a place. */
  void warn(Code code, @Nullable Location at, String message, String help) {
    add(Diagnostic.warning(code, message, at == null ? template : at).helping(help), message);
  }

  /** Forbids something. */
  void refuse(Code code, @Nullable Location at, String message, String help) {
    add(Diagnostic.error(code, message, at == null ? template : at).helping(help), message);
  }

  /**
   * Takes one as it is.
   *
   * @param detail what tells it from another one of the same code and place
   */
  void add(Diagnostic diagnostic, String detail) {
    if (said.add(new Key(diagnostic.code(), diagnostic.at(), detail))) {
      boolean plain = circumstance.isEmpty() || !diagnostic.label().isEmpty();
      all.add(plain ? diagnostic : diagnostic.labelled(circumstance));
    }
  }

  /** Everything, in the order of the template's text; what stands in other files comes last. */
  public List<Diagnostic> inOrder() {
    List<Diagnostic> ordered = new ArrayList<>(all);
    ordered.sort(Comparator.comparingInt(this::offset));
    return ordered;
  }

  private int offset(Diagnostic diagnostic) {
    Location at = Objects.requireNonNullElse(diagnostic.at(), template);
    Source source = at.source();
    return source == template.source() ? at.span().start() : Integer.MAX_VALUE;
  }
}
