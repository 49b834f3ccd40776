package dev.sidecarctl.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All commands; the name of one may be of two words, the first of which is that of its group. Only
 * the one that is named is made, since every class costs time at the start.
 */
final class Verbs {
  /** In the order in which they are shown. */
  private static final List<String> NAMES =
      List.of(
          "inject",
          "eject",
          "plan",
          "status",
          "validate",
          "template",
          "template list",
          "template show",
          "template new",
          "template lint",
          "template test",
          "config",
          "plugin",
          "completion");

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
      case TemplateVerb.NAME -> new TemplateVerb();
      case "template list" -> new TemplateListVerb();
      case "template show" -> new TemplateShowVerb();
      case "template new" -> new TemplateNewVerb();
      case "template lint" -> new TemplateLintVerb();
      case "template test" -> new TemplateTestVerb(engine);
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
