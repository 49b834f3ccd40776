package dev.sidecarctl.template;

import java.util.List;

/**
 * A reference in a template's string, such as {@code $(params.logPath)}.
 *
 * @param root {@code params}, {@code workload} or {@code container}
 * @param name what stands behind the dot
 */
record Reference(String root, String name) {
  static final String PARAMS = "params";
  static final String WORKLOAD = "workload";
  static final String CONTAINER = "container";

  /** The roots that references may begin with. */
  static final List<String> ROOTS = List.of(PARAMS, WORKLOAD, CONTAINER);

  /** What is known of a workload. */
  static final List<String> WORKLOAD_NAMES = List.of("kind", "name", "namespace");

  /** What is known of a container. */
  static final List<String> CONTAINER_NAMES = List.of("name", "image", "port");

  @Override
  public String toString() {
    return "$(" + root + "." + name + ")";
  }
}
