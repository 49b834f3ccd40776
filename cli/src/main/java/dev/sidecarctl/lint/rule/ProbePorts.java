package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a probe asks, the container should declare: most often one of the two numbers is old. */
public final class ProbePorts extends RenderedRule {
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket", "grpc");

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    for (ContainerItem container : containers(rendered)) {
      Set<String> declared = declared(container.value());
      for (Value.Mapping asking : asking(container.value())) {
        for (String handler : HANDLERS) {
          check(asking.mapping(handler), declared, container.name(), remarks);
        }
      }
    }
  }

  private static Set<String> declared(Value.Mapping container) {
    Set<String> declared = new HashSet<>();
    for (Value item : container.sequence("ports").items()) {
      if (item instanceof Value.Mapping port) {
        port.findText("name").ifPresent(declared::add);
        declared.add(text(port.find("containerPort").orElse(Value.nothing())));
      }
    }
    return declared;
  }

  private static List<Value.Mapping> asking(Value.Mapping container) {
    List<Value.Mapping> asking = new ArrayList<>();
    PROBES.forEach(probe -> asking.add(container.mapping(probe)));
    asking.add(container.mapping("lifecycle").mapping("postStart"));
    asking.add(container.mapping("lifecycle").mapping("preStop"));
    return asking;
  }

  private static void check(
      Value.Mapping handler, Set<String> declared, String container, Remarks remarks) {
    Value port = handler.find("port").orElse(Value.nothing());
    if (!port.isNull() && !handler.has("host") && !declared.contains(text(port))) {
      remarks.warn(
          Code.PROBE_PORT,
          port,
          "container "
              + container
              + " is asked at port "
              + text(port)
              + ", which it does not declare",
          "declare the port, or ask at one of those that are declared");
    }
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : "";
  }
}
