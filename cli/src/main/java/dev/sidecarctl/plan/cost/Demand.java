package dev.sidecarctl.plan.cost;

import java.math.BigDecimal;

/**
 * How much of one resource a pod asks for, and may take at most.
 *
 * @param request in processors or bytes; 0 for nothing
 * @param limit the sum of the limits that there are; 0 for none
 * @param limited whether no container may take more than its limit, so that the sum is the pod's
 */
public record Demand(BigDecimal request, BigDecimal limit, boolean limited) {

  /** Of so many pods. */
  Demand times(int pods) {
    BigDecimal count = BigDecimal.valueOf(pods);
    return new Demand(request.multiply(count), limit.multiply(count), limited);
  }

  /** Of both together. */
  Demand and(Demand other) {
    return new Demand(request.add(other.request), limit.add(other.limit), limited && other.limited);
  }
}
