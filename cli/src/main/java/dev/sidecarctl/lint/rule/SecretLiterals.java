package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.template.RenderedTemplate.Target;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret that stands in a template stands in every manifest, and in every repository of them. */
public final class SecretLiterals extends RenderedRule {
  private static final String WORDS =
      "(?:PASSWORD|PASSWD|PASSPHRASE|TOKEN|SECRET|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY"
          + "|SECRET_ACCESS_KEY|CLIENT_?SECRET|CREDENTIALS?)";

  private static final Pattern VARIABLE = Pattern.compile("(?i)(?:.*_)?" + WORDS);

  /** An option, its words divided in any way, and what stands behind its sign of equality. */
  private static final Pattern OPTION =
      Pattern.compile("(?i)--?(?:[a-z0-9]+[._-])*" + WORDS.replace("_?", "[._-]?") + "(?:=(.*))?");

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    for (ContainerItem container : containers(rendered)) {
      variables(container.value(), remarks);
      options(container.value(), remarks);
      texts(container.value(), remarks);
    }
    for (Target target : rendered.targets()) {
      variables(target.additions(), remarks);
      texts(target.additions(), remarks);
    }
    texts(rendered.pod().value(), remarks);
    texts(subject.written().spec().sequence("parameters"), remarks);
    texts(subject.written().template().written().mapping("metadata"), remarks);
  }

  private static void variables(Value.Mapping container, Remarks remarks) {
    for (Value item : container.sequence("env").items()) {
      if (item instanceof Value.Mapping variable) {
        String name = variable.findText("name").orElse("");
        Value value = variable.find("value").orElse(Value.nothing());
        if (VARIABLE.matcher(name).matches() && isLiteral(value.asText().orElse(""))) {
          complain(value, "variable " + name + " holds a secret as plain text", remarks);
        }
      }
    }
  }

  private static void options(Value.Mapping container, Remarks remarks) {
    Value.Sequence args = container.sequence("args");
    for (int i = 0; i < args.items().size(); i++) {
      var option = OPTION.matcher(args.items().get(i).asText().orElse(""));
      if (!option.matches()) {
        continue;
      }
      boolean apart = option.group(1) == null;
      Value at = args.items().get(apart && i + 1 < args.items().size() ? i + 1 : i);
      String value = apart ? at.asText().orElse("") : option.group(1);
      boolean isValue = at != args.items().get(i) || !apart;
      if (isValue && !value.startsWith("-") && isLiteral(value)) {
        complain(at, "an argument holds a secret as plain text", remarks);
      }
    }
  }

  /** No reference, no path of a file that holds it, no switch. */
  private static boolean isLiteral(String value) {
    boolean reference = value.contains("$(") || value.contains("${") || value.startsWith("$");
    boolean path = value.startsWith("/") || value.startsWith("file:") || value.startsWith("./");
    boolean toggle = value.isBlank() || value.equals("true") || value.equals("false");
    return !reference && !path && !toggle;
  }

  private static void texts(Value value, Remarks remarks) {
    if (value instanceof Value.Mapping mapping) {
      mapping.entries().values().forEach(entry -> texts(entry, remarks));
    } else if (value instanceof Value.Sequence list) {
      list.items().forEach(item -> texts(item, remarks));
    } else {
      Optional<String> kind = SecretForms.in(value.asText().orElse(""));
      kind.ifPresent(noun -> complain(value, "the text holds " + noun, remarks));
    }
  }

  private static void complain(Value at, String message, Remarks remarks) {
    remarks.warn(
        Code.SECRET_LITERAL, at, message, "let it come from a Secret: valueFrom.secretKeyRef");
  }
}
