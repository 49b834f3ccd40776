package dev.sidecarctl.plan.cost;

/**
 * What a pod asks of a node.
 *
 * @param cpu in processors
 * @param memory in bytes
 * @param qos its class of quality of service
 */
public record PodCost(Demand cpu, Demand memory, QosClass qos) {}
