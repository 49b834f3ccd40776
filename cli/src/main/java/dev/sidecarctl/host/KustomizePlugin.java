package dev.sidecarctl.host;

import java.util.List;

/**
 * The call of kustomize's older exec plugins, the only one that {@code kubectl kustomize} knows:
 * {@code PLUGIN CONFIGURATION}, manifests on standard input, all of them back on standard output.
 */
public final class KustomizePlugin {
  /** Set by kustomize, and by it alone, for its plugins: the folder of the kustomization. */
  public static final String CONFIG_ROOT = "KUSTOMIZE_PLUGIN_CONFIG_ROOT";

  private KustomizePlugin() {}

  /**
   * Whether a command line is such a call.
   *
   * @param rootSet whether {@link #CONFIG_ROOT} is set
   * @param arguments the first is the path of the configuration, which no command looks like
   */
  public static boolean isCalled(boolean rootSet, List<String> arguments) {
    return rootSet && !arguments.isEmpty() && arguments.get(0).indexOf('/') >= 0;
  }
}
