package dev.sidecarctl.cases;

import static dev.sidecarctl.cases.ManifestData.map;
import static dev.sidecarctl.cases.ManifestData.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.cases.IndependentTemplate.Options;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The output's data is the input's, merged with the templates by {@link IndependentMerge}. Which
 * templates a workload got, its record tells; that this is right, the expected bytes tell. What
 * somebody edited in an injected manifest, an {@code eject.yaml} beside it, is left out of account.
 */
final class DataLaw {
  private final CaseFolder folder;
  private final boolean json;

  private DataLaw(CaseFolder folder) {
    this.folder = folder;
    this.json = folder.extension().equals(".json");
  }

  static void check(CaseFolder folder) {
    boolean edited = folder.has("eject" + folder.extension());
    if (folder.has("expected" + folder.extension()) && !edited) {
      new DataLaw(folder).check();
    }
  }

  /** Names of the templates that the records of a case's output hold. */
  static Set<String> templatesIn(CaseFolder folder) {
    Set<String> names = new TreeSet<>();
    if (folder.has("expected" + folder.extension())) {
      for (Object document : new DataLaw(folder).documents(folder.expected())) {
        ManifestData.manifests(document).stream()
            .map(ManifestData::takeRecord)
            .forEach(names::addAll);
      }
    }
    return names;
  }

  private void check() {
    List<Object> before = documents(folder.ejected());
    List<Object> after = documents(folder.expected());
    assertThat(after).as("documents").hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      checkManifests(ManifestData.manifests(before.get(i)), ManifestData.manifests(after.get(i)));
      assertThat(after.get(i)).as("data of document " + (i + 1)).isEqualTo(before.get(i));
    }
  }

  private List<Object> documents(byte[] text) {
    return ManifestData.documents(new String(text, StandardCharsets.UTF_8), json);
  }

  private void checkManifests(List<Map<String, Object>> before, List<Map<String, Object>> after) {
    assertThat(after).as("manifests of a document").hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      Map<String, Object> manifest = before.get(i);
      ManifestData.takeRecord(manifest);
      Set<String> names = ManifestData.takeRecord(after.get(i));
      if (!names.isEmpty()) {
        TypedPod typed = TypedPod.of(manifest);
        merge(manifest, names);
        typed.check(TypedPod.of(manifest), TypedPod.of(after.get(i)));
      }
    }
  }

  private void merge(Map<String, Object> manifest, Set<String> names) {
    Map<String, Object> pod = ManifestData.pod(manifest).orElseThrow();
    List<IndependentTemplate> templates = new ArrayList<>();
    for (Map<String, Object> template : templates(names)) {
      templates.add(new IndependentTemplate(whole(template), manifest, pod, folder));
    }
    boolean nativeSidecars = new Options(folder.arguments()).nativeSidecars();
    new IndependentMerge(manifest, pod, nativeSidecars).merge(templates);
  }

  /** A template over the one of the catalogue that it extends. */
  private Map<String, Object> whole(Map<String, Object> template) {
    Map<String, Object> spec = map(template.get("spec"));
    if (!spec.containsKey("extends")) {
      return template;
    }
    String file =
        CaseFolder.ROOT.resolve("templates/" + spec.get("extends") + "/template.yaml").toString();
    Map<String, Object> base = map(ManifestData.documents(folder.text(file), false).get(0));
    Map<String, Object> laid = new HashMap<>(template);
    laid.put("spec", IndependentOverlay.lay("", spec, base.get("spec")));
    return laid;
  }

  /** In the order in which they are given, then those that only a workload names. */
  private List<Map<String, Object>> templates(Set<String> names) {
    List<Map<String, Object>> templates = new ArrayList<>();
    for (String file : folder.templates()) {
      ManifestData.documents(folder.text(file), false)
          .forEach(document -> templates.add(map(document)));
    }
    Set<String> given = new HashSet<>();
    templates.forEach(template -> given.add(text(map(template.get("metadata")), "name")));
    List<String> catalogue = new ArrayList<>(new Options(folder.arguments()).catalogue());
    names.stream().sorted().filter(name -> !catalogue.contains(name)).forEach(catalogue::add);
    for (String name : catalogue) {
      String file = CaseFolder.ROOT.resolve("templates/" + name + "/template.yaml").toString();
      if (folder.has(file) && !given.contains(name)) {
        templates.add(map(ManifestData.documents(folder.text(file), false).get(0)));
      }
    }
    templates.removeIf(template -> !names.contains(text(map(template.get("metadata")), "name")));
    return templates;
  }
}
