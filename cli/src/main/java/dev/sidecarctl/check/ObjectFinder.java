package dev.sidecarctl.check;

import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** The objects of a document: itself, or the items of a List, at any depth. */
public final class ObjectFinder {

  /**
   * An object that an API server would be sent.
   *
   * @param id what it is called; its {@code apiVersion} or kind is empty where it does not say
   * @param value all of it
   */
  public record ManifestObject(ResourceId id, Value.Mapping value) {}

  private final List<ManifestObject> found = new ArrayList<>();

  private ObjectFinder() {}

  /**
   * Finds them, in order; a document that is no mapping, or says neither {@code apiVersion} nor
   * kind, has none.
   */
  public static List<ManifestObject> find(Value document) {
    ObjectFinder finder = new ObjectFinder();
    finder.visit(document, "", "");
    return finder.found;
  }

  private void visit(Value value, String listVersion, String listKind) {
    if (!(value instanceof Value.Mapping object)) {
      return;
    }
    String apiVersion = object.findText("apiVersion").orElse("");
    String kind = object.findText("kind").orElse("");
    if (apiVersion.isEmpty() && kind.isEmpty()) {
      apiVersion = listVersion;
      kind = listKind;
    }
    boolean known = !apiVersion.isEmpty() && !kind.isEmpty();
    if (!known && (apiVersion.isEmpty() == kind.isEmpty() || !object.has("metadata"))) {
      // A chart has an apiVersion, too, and is no object.
      return;
    }
    if (kind.endsWith("List") && object.find("items").isPresent()) {
      String itemKind = kind.substring(0, kind.length() - "List".length());
      for (Value item : object.sequence("items").items()) {
        visit(item, itemKind.isEmpty() ? "" : apiVersion, itemKind);
      }
      return;
    }
    found.add(new ManifestObject(ResourceId.of(apiVersion, kind, object), object));
  }
}
