package dev.sidecarctl.command;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.inject.EjectionRequest;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Inspector.Inspection;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.Previewer.Previews;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.inject.Validator;
import dev.sidecarctl.inject.WorkloadResult;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An engine that does what words in the text say: {@code plain} becomes {@code sidecar} and back;
 * {@code skip}, {@code wrong}, {@code warn}, {@code mention}, {@code crash} and {@code asks:NAME}
 * are the other outcomes; {@code slow} takes its time.
 */
final class FakeEngine implements Engine {
  private static final Pattern ASKS = Pattern.compile("asks:([a-z-]+)");

  final Map<String, InjectionRequest> injections = new HashMap<>();
  final Map<String, EjectionRequest> ejections = new LinkedHashMap<>();

  @Override
  public Injection inject(Source source, InjectionRequest request) {
    injections.put(source.name(), request);
    List<Diagnostic> diagnostics = new ArrayList<>();
    Matcher asks = ASKS.matcher(source.text());
    while (asks.find()) {
      try {
        request.offer().library().find(asks.group(1));
      } catch (RefusedException e) {
        diagnostics.addAll(e.diagnostics());
      }
    }
    return result(
        source,
        "plain",
        "sidecar",
        new Outcome.Injected(List.of("logger"), List.of(), List.of()),
        diagnostics);
  }

  @Override
  public Injection eject(Source source, EjectionRequest request) {
    ejections.put(source.name(), request);
    return result(
        source, "sidecar", "plain", new Outcome.Removed(List.of("logger")), new ArrayList<>());
  }

  private static Injection result(
      Source source, String from, String to, Outcome done, List<Diagnostic> diagnostics) {
    String text = source.text();
    linger(source);
    if (text.contains("crash")) {
      throw new IllegalStateException("no such luck");
    }
    say(source, "wrong", Severity.ERROR, diagnostics);
    say(source, "warn", Severity.WARNING, diagnostics);
    say(source, "mention", Severity.NOTE, diagnostics);
    List<WorkloadResult> workloads = new ArrayList<>();
    boolean changes = text.contains(from);
    boolean refused = diagnostics.stream().anyMatch(Diagnostic::isError);
    if (refused) {
      add(workloads, "bad", new Outcome.Refused());
    } else if (changes) {
      add(workloads, "web", done);
    } else if (text.contains(to)) {
      add(workloads, "web", new Outcome.UpToDate(List.of("logger")));
    }
    if (text.contains("skip")) {
      add(workloads, "other", new Outcome.Skipped("not selected"));
    }
    Source after = changes && !refused ? source.withText(text.replace(from, to)) : source;
    return new Injection(source, after, workloads, diagnostics, List.of());
  }

  @Override
  public Previews preview(Source source, InjectionRequest request) {
    return new Previews(inject(source, request), List.of());
  }

  @Override
  public Validator.Validation validate(Source source, Validator.Request request) {
    return Validator.validate(source, request);
  }

  @Override
  public Inspection inspect(Source source, SourceSettings settings) {
    linger(source);
    return new Inspection(Injection.untouched(source, List.of()), List.of());
  }

  private static void linger(Source source) {
    if (source.text().contains("slow")) {
      try {
        Thread.sleep(600);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void add(List<WorkloadResult> workloads, String name, Outcome outcome) {
    ResourceId id = new ResourceId("apps/v1", "Deployment", "shop", name);
    workloads.add(new WorkloadResult(id, outcome, ""));
  }

  private static void say(
      Source source, String word, Severity severity, List<Diagnostic> diagnostics) {
    int at = source.text().indexOf(word);
    if (at >= 0) {
      Location place = new Location(source, new Span(at, at + word.length()));
      diagnostics.add(
          new Diagnostic(severity, Code.YAML_SYNTAX, "it says " + word, place, "", List.of(), ""));
    }
  }
}
