package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.template.Part;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.template.RenderedTemplate.Target;
import dev.sidecarctl.yaml.Value;
import java.util.Set;

/**
 * A name that many pods have already is a conflict in the making. The template's own name in front
 * keeps them apart.
 */
public final class LikelyNames extends RenderedRule {
  private static final Set<String> VOLUMES =
      Set.of(
          "tmp",
          "temp",
          "config",
          "config-volume",
          "configs",
          "conf",
          "data",
          "logs",
          "log",
          "cache",
          "certs",
          "cert",
          "tls",
          "secrets",
          "secret",
          "run",
          "shared",
          "shared-data",
          "storage",
          "state",
          "home",
          "work",
          "workdir",
          "scripts",
          "html",
          "www",
          "empty-dir");
  private static final Set<String> PORTS =
      Set.of(
          "http",
          "https",
          "web",
          "metrics",
          "health",
          "admin",
          "api",
          "grpc",
          "status",
          "debug",
          "tcp",
          "http-metrics",
          "healthz",
          "management",
          "monitoring",
          "prometheus",
          "main");
  private static final Set<String> CONTAINERS =
      Set.of(
          "proxy",
          "sidecar",
          "init",
          "app",
          "main",
          "agent",
          "logger",
          "web",
          "server",
          "api",
          "worker",
          "container",
          "setup",
          "migrate",
          "nginx",
          "redis",
          "exporter",
          "metrics");
  private static final Set<String> VARIABLES =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "HOSTNAME",
          "PORT",
          "HOST",
          "TZ",
          "LANG",
          "LD_PRELOAD",
          "LD_LIBRARY_PATH",
          "JAVA_OPTS",
          "JAVA_TOOL_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "NODE_OPTIONS",
          "NODE_ENV",
          "PYTHONPATH",
          "GOGC",
          "GOMAXPROCS",
          "GOMEMLIMIT",
          "DEBUG",
          "LOG_LEVEL",
          "ENV",
          "DATABASE_URL",
          "REDIS_URL");

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    String prefix = rendered.name();
    for (ContainerItem container : containers(rendered)) {
      if (container.part().onConflict().isEmpty()) {
        check("container", container.value(), CONTAINERS, prefix, remarks);
      }
      checkAll("port", container.value().sequence("ports"), PORTS, prefix, remarks);
    }
    for (Part volume : rendered.volumes()) {
      if (volume.onConflict().isEmpty()) {
        check("volume", volume.value(), VOLUMES, prefix, remarks);
      }
    }
    for (Target target : rendered.targets()) {
      checkAll("variable", target.additions().sequence("env"), VARIABLES, prefix, remarks);
    }
  }

  private static void checkAll(
      String noun, Value.Sequence items, Set<String> likely, String prefix, Remarks remarks) {
    for (Value item : items.items()) {
      if (item instanceof Value.Mapping mapping && !mapping.has("onConflict")) {
        check(noun, mapping, likely, prefix, remarks);
      }
    }
  }

  private static void check(
      String noun, Value.Mapping item, Set<String> likely, String prefix, Remarks remarks) {
    Value name = item.find("name").orElse(item);
    String text = name.asText().orElse("");
    if (likely.contains(text) && !text.equals(prefix)) {
      String help =
          noun.equals("variable")
              ? "say by onConflict on it what is to happen then"
              : "put the template's name in front: " + prefix + "-" + text;
      remarks.warn(
          Code.NAME_CLASH,
          name,
          "many pods have a " + noun + " of the name " + text + " of their own",
          help);
    }
  }
}
