package dev.sidecarctl.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All commands. Only the one that is named is made, since every class costs time at the start. */
final class Verbs {
  /** In the order in which they are shown. */
  private static final List<String> NAMES =
      List.of("inject", "eject", "plan", "status", "validate", "config", "plugin", "completion");

  private final Engine engine;

  Verbs(Engine engine) {
    this.engine = engine;
  }

  /** The command of that name, or other name; null where there is none. */
  @Nullable Verb named(String name) {
    return switch (name) {
      case "inject" -> new InjectVerb(engine);
      case "eject", "uninject" -> new EjectVerb(engine);
      case "plan" -> new PlanVerb(engine);
      case "status" -> new StatusVerb(engine);
      case "validate" -> new ValidateVerb(engine);
      case "config" -> new ConfigVerb();
      case "plugin" -> new PluginVerb();
      case "completion" -> new CompletionVerb(this);
      default -> null;
    };
  }

  /** All of them. */
  List<Verb> all() {
    List<Verb> verbs = new ArrayList<>();
    for (String name : NAMES) {
      Verb verb = named(name);
      if (verb != null) {
        verbs.add(verb);
      }
    }
    return verbs;
  }
}
