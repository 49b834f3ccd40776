package dev.sidecarctl.plan.cost;

import dev.sidecarctl.yaml.Value;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a pod, as the scheduler takes them (PodRequests and PodLimits of {@code
 * k8s.io/component-helpers/resource}): containers and native sidecars together, or, if that is
 * more, an init container together with the native sidecars in front of it; resources of the pod as
 * a whole in place of that; overhead on top.
 */
public final class PodSums {
  private static final Quantity NONE = new Quantity("0");
  private static final List<String> COUNTED = List.of("cpu", "memory");

  private final PodSpec pod;

  private PodSums(PodSpec pod) {
    this.pod = pod;
  }

  /**
   * What a pod asks for.
   *
   * @param spec a pod's {@code spec}
   */
  public static PodCost of(Value.Mapping spec) {
    PodSums sums = new PodSums(TypedPod.of(spec));
    return new PodCost(sums.demand("cpu"), sums.demand("memory"), sums.qos());
  }

  /** What a container says of one resource; null where it says nothing. */
  private interface Side {
    @Nullable Quantity of(ResourceRequirements resources, String resource);
  }

  private static final Side LIMIT = (resources, resource) -> resources.getLimits().get(resource);

  /** A limit without a request is the request too (SetDefaults_Pod). */
  private static final Side REQUEST =
      (resources, resource) -> {
        Quantity request = resources.getRequests().get(resource);
        return request == null ? resources.getLimits().get(resource) : request;
      };

  private Demand demand(String resource) {
    Quantity request = request(resource);
    Quantity limit = limit(resource);
    Quantity overhead = pod.getOverhead().getOrDefault(resource, NONE);
    if (isMore(limit, NONE)) {
      limit = limit.add(overhead);
    }
    return new Demand(
        amount(request.add(overhead)), amount(limit), isLimited(resource) && isMore(limit, NONE));
  }

  private Quantity request(String resource) {
    Quantity whole = pod.getResources().getRequests().get(resource);
    if (whole != null) {
      return whole;
    }
    Quantity sum = sum(REQUEST, resource);
    Quantity wholeLimit = pod.getResources().getLimits().get(resource);
    boolean said = containers().stream().anyMatch(c -> REQUEST.of(c, resource) != null);
    return wholeLimit != null && !said ? wholeLimit : sum;
  }

  private Quantity limit(String resource) {
    Quantity whole = pod.getResources().getLimits().get(resource);
    return whole == null ? sum(LIMIT, resource) : whole;
  }

  private boolean isLimited(String resource) {
    return pod.getResources().getLimits().containsKey(resource)
        || containers().stream().allMatch(c -> LIMIT.of(c, resource) != null);
  }

  private Quantity sum(Side side, String resource) {
    Quantity together = NONE;
    for (Container container : pod.getContainers()) {
      together = together.add(or(NONE, side.of(container.getResources(), resource)));
    }
    Quantity sidecars = NONE;
    Quantity most = NONE;
    for (Container container : pod.getInitContainers()) {
      Quantity its = or(NONE, side.of(container.getResources(), resource));
      if ("Always".equals(container.getRestartPolicy())) {
        sidecars = sidecars.add(its);
      } else {
        most = max(most, sidecars.add(its));
      }
    }
    return max(most, together.add(sidecars));
  }

  /** By what counts as said: an amount above 0, of CPU and memory. */
  private QosClass qos() {
    boolean whole = isSaid(pod.getResources());
    List<ResourceRequirements> all = whole ? List.of(pod.getResources()) : containers();
    Quantity none = NONE;
    boolean guaranteed = true;
    boolean said = false;
    for (String resource : COUNTED) {
      Quantity requests = whole ? request(resource) : none;
      Quantity limits = whole ? limit(resource) : none;
      for (ResourceRequirements one : all) {
        Quantity limit = or(NONE, LIMIT.of(one, resource));
        guaranteed &= isMore(limit, NONE);
        if (!whole) {
          requests = requests.add(or(NONE, REQUEST.of(one, resource)));
          limits = limits.add(limit);
        }
      }
      said |= isMore(requests, NONE) || isMore(limits, NONE);
      guaranteed &= requests.compareTo(limits) == 0;
    }
    if (!said) {
      return QosClass.BEST_EFFORT;
    }
    return guaranteed ? QosClass.GUARANTEED : QosClass.BURSTABLE;
  }

  private static boolean isSaid(ResourceRequirements resources) {
    Map<String, Quantity> requests = resources.getRequests();
    Map<String, Quantity> limits = resources.getLimits();
    return COUNTED.stream().anyMatch(one -> requests.containsKey(one) || limits.containsKey(one));
  }

  private List<ResourceRequirements> containers() {
    List<ResourceRequirements> all = new ArrayList<>();
    pod.getInitContainers().forEach(container -> all.add(container.getResources()));
    pod.getContainers().forEach(container -> all.add(container.getResources()));
    return all;
  }

  private static Quantity or(Quantity other, @Nullable Quantity quantity) {
    return quantity == null ? other : quantity;
  }

  private static Quantity max(Quantity left, Quantity right) {
    return left.compareTo(right) < 0 ? right : left;
  }

  private static boolean isMore(Quantity amount, Quantity than) {
    return amount.compareTo(than) > 0;
  }

  private static BigDecimal amount(Quantity quantity) {
    return quantity.getNumericalAmount();
  }
}
