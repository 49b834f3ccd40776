package dev.sidecarctl.inject;

import dev.sidecarctl.check.ObjectFinder;
import dev.sidecarctl.check.ObjectFinder.ManifestObject;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects that stand beside workloads in the inputs of a run. All sources are to be added
 * before the first question; then for any number of threads. A text without a kind's name is not
 * parsed for that kind.
 */
public final class Neighbours {
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Boolean> mentions = new HashMap<>();
  private final Map<String, List<ManifestObject>> known = new HashMap<>();

  /** Adds an input. */
  public void add(Source source) {
    sources.add(source);
  }

  /** Whether a word stands in any of the texts. */
  synchronized boolean mention(String word) {
    Boolean mentioned = mentions.get(word);
    if (mentioned == null) {
      mentioned = false;
      for (Source source : sources) {
        mentioned |= source.text().contains(word);
      }
      mentions.put(word, mentioned);
    }
    return mentioned;
  }

  /** All objects of a kind of Kubernetes itself. */
  synchronized List<ManifestObject> ofKind(String kind) {
    List<ManifestObject> found = known.get(kind);
    if (found == null) {
      found = new ArrayList<>();
      for (Source source : sources) {
        if (source.text().contains(kind)) {
          collect(source, kind, found);
        }
      }
      known.put(kind, found);
    }
    return found;
  }

  /** Those that live in a namespace; where neither names one, that is the same. */
  List<ManifestObject> ofKind(String kind, String namespace) {
    List<ManifestObject> found = new ArrayList<>();
    for (ManifestObject object : ofKind(kind)) {
      if (object.id().namespace().equals(namespace)) {
        found.add(object);
      }
    }
    return found;
  }

  private static void collect(Source source, String kind, List<ManifestObject> found) {
    try {
      for (YamlDocument document : YamlStream.of(source).documents()) {
        String slice = source.text().substring(document.slice().start(), document.slice().end());
        if (slice.contains(kind) && !document.isEmpty()) {
          collect(document, kind, found);
        }
      }
    } catch (RefusedException e) {
      // Whoever walks the source complains of it.
    }
  }

  private static void collect(YamlDocument document, String kind, List<ManifestObject> found) {
    try {
      for (ManifestObject object : ObjectFinder.find(document.value())) {
        if (object.id().kind().equals(kind)) {
          found.add(object);
        }
      }
    } catch (RefusedException e) {
      // Likewise.
    }
  }
}
