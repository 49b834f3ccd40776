package dev.sidecarctl.template;

import java.util.List;

/**
 * A reference in a template's string, such as {@code $(params.logPath)}.
 *
 * @param root {@code params}, {@code workload}, {@code container} or {@code item}
 * @param name what stands behind the dot; empty for {@code item}, which has none
 */
record Reference(String root, String name) {
  static final String PARAMS = "params";
  static final String WORKLOAD = "workload";
  static final String CONTAINER = "container";

  /** The element of a list that {@code forEach} is at. */
  static final String ITEM = "item";

  static final Reference TO_ITEM = new Reference(ITEM, "");

  /** The roots that references with a dot may begin with. */
  static final List<String> ROOTS = List.of(PARAMS, WORKLOAD, CONTAINER);

  /** What is known of a workload. */
  static final List<String> WORKLOAD_NAMES = List.of("kind", "name", "namespace");

  /** What is known of a container. */
  static final List<String> CONTAINER_NAMES = List.of("name", "image", "port");

  @Override
  public String toString() {
    return "$(" + root + (name.isEmpty() ? "" : "." + name) + ")";
  }
}
