package dev.sidecarctl.plan.pod;

import dev.sidecarctl.inject.PodChange;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.merge.ItemPhrase;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a pod is made of.
 *
 * @param members its containers, in the order in which they start
 * @param volumes its volumes, in the order in which they stand
 */
public record PodSheet(List<Member> members, List<PodVolume> volumes) {

  /** The pod as it is to be. */
  public static PodSheet of(PodChange change) {
    Reader reader = new Reader(change.after(), change.injected());
    return new PodSheet(StartOrder.of(change.after().mapping("spec"), reader), reader.volumes());
  }

  /** Whether sidecarctl put something into it, or is to. */
  public boolean hasSidecar() {
    return members.stream().anyMatch(Member::injected)
        || volumes.stream().anyMatch(PodVolume::injected);
  }

  /** Knows which items of a pod are injected. */
  record Reader(Value.Mapping pod, Set<ItemPath> injected) {
    private static final List<String> LISTS = List.of("initContainers", "containers");

    boolean isInjected(String list, Value.Mapping item) {
      return injected.contains(ItemPath.of("spec", list).toItem(item));
    }

    List<PodVolume> volumes() {
      List<PodVolume> volumes = new ArrayList<>();
      for (Value item : pod.mapping("spec").sequence("volumes").items()) {
        if (item instanceof Value.Mapping volume) {
          ItemPath path = ItemPath.of("spec", "volumes").toItem(volume);
          String name = volume.findText("name").orElse("");
          volumes.add(
              new PodVolume(
                  name, ItemPhrase.source(volume), injected.contains(path), mounts(name)));
        }
      }
      return volumes;
    }

    private List<PodVolume.Mount> mounts(String volume) {
      List<PodVolume.Mount> mounts = new ArrayList<>();
      for (String list : LISTS) {
        for (Value item : pod.mapping("spec").sequence(list).items()) {
          if (item instanceof Value.Mapping container) {
            addMounts(mounts, volume, list, container);
          }
        }
      }
      return mounts;
    }

    private void addMounts(
        List<PodVolume.Mount> mounts, String volume, String list, Value.Mapping container) {
      ItemPath path = ItemPath.of("spec", list).toItem(container);
      boolean all = injected.contains(path);
      for (Value item : container.sequence("volumeMounts").items()) {
        if (item instanceof Value.Mapping mount && mount.says("name", volume)) {
          ItemPath its = path.then("volumeMounts").toItem(mount);
          mounts.add(
              new PodVolume.Mount(
                  container.findText("name").orElse(""),
                  mount.findText("mountPath").orElse(""),
                  mount.find("readOnly").filter(Reader::isTrue).isPresent(),
                  all || injected.contains(its)));
        }
      }
    }

    private static boolean isTrue(Value value) {
      return value instanceof Value.Scalar scalar
          && scalar.kind() == Value.Kind.BOOLEAN
          && scalar.text().equals("true");
    }
  }
}
