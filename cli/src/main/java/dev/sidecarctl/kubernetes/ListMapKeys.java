package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.Value;
import java.util.Optional;

final public class ListMapKeys {
  public static Optional<String> key(String listField, Value.Mapping item) {
    throw new IllegalStateException("stub");
  }
}
