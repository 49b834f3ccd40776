package dev.sidecarctl.authoring;

import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.PrintableText;
import dev.sidecarctl.template.Parameter;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one template asks for and brings. */
public final class TemplateSheet {
  private static final int INDENT = 2;

  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private TemplateSheet(Palette palette) {
    this.palette = palette;
  }

  /** As a text for people. */
  public static String text(ListedTemplate listed, Palette palette) {
    TemplateSheet sheet = new TemplateSheet(palette);
    SidecarTemplate template = listed.template();
    String version = template.version().isEmpty() ? "" : " " + template.version();
    sheet.line(0, palette.bold(template.name()) + version + " (" + listed.origin() + ")");
    template.description().lines().forEach(line -> sheet.line(INDENT, line.strip()));
    sheet.matching(template);
    sheet.brings(template);
    sheet.parameters(template);
    return sheet.out.toString();
  }

  private void matching(SidecarTemplate template) {
    List<String> phrases = template.matchPhrases();
    heading("For");
    if (phrases.isEmpty()) {
      line(INDENT, "every workload");
    }
    phrases.forEach(phrase -> line(INDENT, "workloads: " + phrase));
    if (template.requiresPodNetwork()) {
      line(INDENT, "pods with a network of their own");
    }
    if (template.requiredPodSecurity() != PodSecurityLevel.RESTRICTED) {
      String level = template.requiredPodSecurity().word();
      line(INDENT, "namespaces that admit pods of the level " + level);
    }
  }

  private void brings(SidecarTemplate template) {
    heading("Brings");
    Map<String, List<String>> brings = template.brings();
    brings.forEach((key, names) -> line(INDENT, key + ": " + String.join(", ", names)));
    if (brings.isEmpty()) {
      line(INDENT, "settings of the pod and its containers");
    }
  }

  private void parameters(SidecarTemplate template) {
    if (template.parameters().isEmpty()) {
      heading("No parameters");
      return;
    }
    heading("Parameters; --set " + template.name() + ".NAME=VALUE");
    for (Parameter parameter : template.parameters()) {
      line(INDENT, palette.bold(parameter.name()) + " (" + describe(parameter) + ")");
      parameter.description().lines().forEach(line -> line(2 * INDENT, line.strip()));
    }
  }

  private static String describe(Parameter parameter) {
    List<String> parts = new ArrayList<>();
    boolean list = !parameter.typeWord().equals(parameter.type().word());
    parts.add(parameter.typeWord() + (list ? " of " + parameter.type().word() : ""));
    parts.add(
        parameter.defaultValue().isPresent()
            ? "default " + JsonText.inOrder(parameter.defaultValue().get())
            : "required");
    if (!parameter.choices().isEmpty()) {
      parts.add("one of " + String.join(", ", quoted(parameter.choiceTexts())));
    }
    if (!parameter.pattern().isEmpty()) {
      parts.add("matches " + parameter.pattern());
    }
    parameter.minimum().ifPresent(value -> parts.add("at least " + value.text()));
    parameter.maximum().ifPresent(value -> parts.add("at most " + value.text()));
    return String.join("; ", parts);
  }

  private static List<String> quoted(List<String> texts) {
    return texts.stream().map(text -> text.isEmpty() ? "\"\"" : text).toList();
  }

  private void heading(String text) {
    out.append('\n').append(PrintableText.of(text)).append(":\n");
  }

  private void line(int indent, String text) {
    out.append(" ".repeat(indent)).append(text).append('\n');
  }

  /** As a JSON object. */
  public static String json(ListedTemplate listed) {
    SidecarTemplate template = listed.template();
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.text(template.name()));
    fields.put("version", Value.text(template.version()));
    fields.put("from", Value.text(listed.origin()));
    fields.put("description", Value.text(template.description()));
    fields.put("match", texts(template.matchPhrases()));
    Map<String, Value> brings = new LinkedHashMap<>();
    template.brings().forEach((key, names) -> brings.put(key, texts(names)));
    fields.put("brings", Value.Mapping.of(brings));
    List<Value> parameters = new ArrayList<>();
    template.parameters().forEach(parameter -> parameters.add(json(parameter)));
    fields.put("parameters", Value.Sequence.of(parameters));
    return JsonText.inOrder(Value.Mapping.of(fields)) + "\n";
  }

  private static Value json(Parameter parameter) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.text(parameter.name()));
    fields.put("type", Value.text(parameter.typeWord()));
    if (!parameter.typeWord().equals(parameter.type().word())) {
      fields.put("items", Value.text(parameter.type().word()));
    }
    fields.put("description", Value.text(parameter.description()));
    boolean required = parameter.defaultValue().isEmpty();
    fields.put("required", new Value.Scalar(Value.Kind.BOOLEAN, String.valueOf(required), null));
    parameter.defaultValue().ifPresent(value -> fields.put("default", value));
    if (!parameter.choices().isEmpty()) {
      fields.put("enum", Value.Sequence.of(parameter.choices()));
    }
    if (!parameter.pattern().isEmpty()) {
      fields.put("pattern", Value.text(parameter.pattern()));
    }
    parameter.minimum().ifPresent(value -> fields.put("minimum", value));
    parameter.maximum().ifPresent(value -> fields.put("maximum", value));
    return Value.Mapping.of(fields);
  }

  private static Value texts(List<String> texts) {
    return Value.Sequence.of(texts.stream().map(Value::text).toList());
  }
}
