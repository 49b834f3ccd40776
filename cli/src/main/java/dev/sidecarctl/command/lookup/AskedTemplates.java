package dev.sidecarctl.command.lookup;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateLibrary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The templates that workloads ask for by name: those of the run, then those of their project and
 * of the catalogue. Reads each once, and remembers what was asked for.
 */
final class AskedTemplates implements TemplateLibrary {
  private final Map<String, SidecarTemplate> chosen = new LinkedHashMap<>();

  /** By name: whoever asks first is a matter of chance. */
  private final Map<String, SidecarTemplate> found = new TreeMap<>();

  private final TemplateLibrary names;
  private final Settings settings;
  private boolean asked;

  AskedTemplates(List<SidecarTemplate> templates, TemplateLibrary names, Settings settings) {
    for (SidecarTemplate template : templates) {
      chosen.put(template.name(), template);
    }
    this.names = names;
    this.settings = settings;
  }

  @Override
  public synchronized Optional<SidecarTemplate> find(String name) {
    asked = true;
    SidecarTemplate known = chosen.getOrDefault(name, found.get(name));
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SidecarTemplate> template = names.find(name);
    if (template.isPresent()) {
      List<Diagnostic> refusals = settings.refusals(template.get());
      if (!refusals.isEmpty()) {
        throw new RefusedException(refusals);
      }
      found.put(name, template.get());
    }
    return template;
  }

  @Override
  public synchronized List<String> names() {
    Set<String> all = new TreeSet<>(chosen.keySet());
    all.addAll(found.keySet());
    all.addAll(names.names());
    return List.copyOf(all);
  }

  /** Whether any workload asked for a template, be it known or not. */
  synchronized boolean wereAsked() {
    return asked;
  }

  /** All templates that had a say. */
  synchronized List<SidecarTemplate> known() {
    List<SidecarTemplate> all = new ArrayList<>(chosen.values());
    all.addAll(found.values());
    return all;
  }
}
