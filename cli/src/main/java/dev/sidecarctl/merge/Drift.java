package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Optional;

/** Whether somebody edited an item of ours since it was recorded. */
final class Drift {

  private Drift() {}

  /**
   * Whether an item was edited since it was recorded, in a part that is not the user's anyhow.
   *
   * @param pod the pod template as it is in the manifest
   * @param path the item's name
   * @param recorded as the template had it
   */
  static boolean isEdited(Value.Mapping pod, ItemPath path, Digests recorded) {
    Optional<Value> present = path.find(pod);
    if (present.isEmpty()) {
      return false;
    }
    if (recorded.isWhole() || !ItemParts.hasParts(path, present.get())) {
      return !recorded.whole().equals(Digests.USERS)
          && !Digest.of(Meaning.of(path.last(), present.get())).equals(recorded.whole());
    }
    Map<String, Value> parts = ItemParts.of(path.list(), (Value.Mapping) present.get());
    for (Map.Entry<String, String> part : recorded.parts().entrySet()) {
      Value value = parts.get(part.getKey());
      if (part.getValue().equals(Digests.USERS)) {
        continue;
      }
      if (value == null || !Digests.ofPart(part.getKey(), value).equals(part.getValue())) {
        return true;
      }
    }
    return parts.size() > recorded.parts().size();
  }
}
