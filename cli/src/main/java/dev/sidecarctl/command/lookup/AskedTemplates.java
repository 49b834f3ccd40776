package dev.sidecarctl.command.lookup;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateLibrary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The templates that workloads ask for by name: those of the run, then those of their project and
 * of the catalogue. Reads each once, and remembers what was asked for.
 */
final class AskedTemplates implements TemplateLibrary {
  private final Map<String, SidecarTemplate> known = new LinkedHashMap<>();
  private final TemplateLibrary names;
  private final Settings settings;
  private boolean asked;

  AskedTemplates(List<SidecarTemplate> chosen, TemplateLibrary names, Settings settings) {
    for (SidecarTemplate template : chosen) {
      known.put(template.name(), template);
    }
    this.names = names;
    this.settings = settings;
  }

  @Override
  public synchronized Optional<SidecarTemplate> find(String name) {
    asked = true;
    if (known.containsKey(name)) {
      return Optional.of(known.get(name));
    }
    Optional<SidecarTemplate> found = names.find(name);
    if (found.isPresent()) {
      List<Diagnostic> refusals = settings.refusals(found.get());
      if (!refusals.isEmpty()) {
        throw new RefusedException(refusals);
      }
      known.put(name, found.get());
    }
    return found;
  }

  @Override
  public synchronized List<String> names() {
    Set<String> all = new TreeSet<>(known.keySet());
    all.addAll(names.names());
    return List.copyOf(all);
  }

  /** Whether any workload asked for a template, be it known or not. */
  synchronized boolean wereAsked() {
    return asked;
  }

  /** All templates that had a say. */
  synchronized List<SidecarTemplate> known() {
    return List.copyOf(known.values());
  }
}
