package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Launcher;
import dev.sidecarctl.command.file.PluginFolder;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plugin}: makes sidecarctl known to the programs that look for plugins in a folder. */
final class PluginVerb implements Verb {
  static final String FOLDER = "--dir";
  static final List<String> ACTIONS = List.of("install", "uninstall");

  @Override
  public String name() {
    return "plugin";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addWords(spec, "ACTION");
    spec.addOption(
        OptionSpecs.text(
            "FOLDER",
            "where plugins lie\n"
                + "If not given, $KUSTOMIZE_PLUGIN_HOME, else kustomize/plugin in $XDG_CONFIG_HOME"
                + " or ~/.config.",
            FOLDER));
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "Make sidecarctl a plugin of kustomize and kubectl kustomize.",
        "sidecarctl plugin install|uninstall [--dir FOLDER]",
        "install links the program into the folder where kustomize looks for the plugins of our"
            + " kinds, so that a template listed under transformers: goes in with"
            + " --enable-alpha-plugins alone; uninstall removes those links, and nothing else.",
        "  sidecarctl plugin install",
        "  kubectl kustomize --enable-alpha-plugins overlays/prod");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    String action = action(parsed.matchedPositionalValue(0, List.of()));
    Path folder = folder(parsed, around);
    PluginFolder plugins = new PluginFolder(folder);
    List<String> lines =
        action.equals("install") ? plugins.install(launcher()) : plugins.uninstall();
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append('\n');
    }
    if (action.equals("install") && !isKustomizeDefault(parsed, around)) {
      text.append("kustomize finds it with KUSTOMIZE_PLUGIN_HOME=").append(folder).append('\n');
    }
    Said.write(text.toString(), around.err());
    return ExitStatus.DONE;
  }

  private static String action(List<String> words) {
    if (words.size() == 1 && ACTIONS.contains(words.get(0))) {
      return words.get(0);
    }
    if (words.isEmpty()) {
      throw StoppedException.usage("plugin is told nothing to do", "say plugin install");
    }
    String unknown = words.get(ACTIONS.contains(words.get(0)) ? 1 : 0);
    throw StoppedException.usage(
        "plugin does not know " + unknown, NearestWord.help(unknown, ACTIONS));
  }

  private static boolean isKustomizeDefault(ParseResult parsed, Surroundings around) {
    return !parsed.hasMatchedOption(FOLDER) || around.isSet("KUSTOMIZE_PLUGIN_HOME");
  }

  private static Path folder(ParseResult parsed, Surroundings around) {
    String given = parsed.matchedOptionValue(FOLDER, "");
    if (!given.isEmpty()) {
      return absolute(around, given);
    }
    if (around.isSet("KUSTOMIZE_PLUGIN_HOME")) {
      return absolute(around, around.environment().getOrDefault("KUSTOMIZE_PLUGIN_HOME", ""));
    }
    if (around.isSet("XDG_CONFIG_HOME")) {
      return absolute(around, around.environment().getOrDefault("XDG_CONFIG_HOME", ""))
          .resolve("kustomize/plugin");
    }
    if (!around.isSet("HOME")) {
      throw StoppedException.usage(
          "nothing says where plugins lie: HOME is not set", "say it with --dir FOLDER");
    }
    return absolute(around, around.environment().getOrDefault("HOME", ""))
        .resolve(".config/kustomize/plugin");
  }

  private static Path absolute(Surroundings around, String path) {
    return around.folder().resolve(path).toAbsolutePath().normalize();
  }

  private static Path launcher() {
    return Launcher.ofProcess()
        .orElseThrow(
            () ->
                StoppedException.failed(
                    Code.CANNOT_READ,
                    "cannot tell where the program sidecarctl lies",
                    "start it by its launcher: the jar alone cannot be linked"));
  }
}
