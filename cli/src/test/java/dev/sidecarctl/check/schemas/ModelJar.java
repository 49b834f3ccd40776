package dev.sidecarctl.check.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the jar of a Kubernetes client says of one version: the kinds that may be created and the
 * types that they are made of. Its classes are read as bytecode and never loaded.
 *
 * @param kinds by {@code group/version kind}
 * @param types the reachable ones, by the names of their classes
 */
record ModelJar(Map<String, ServedKind> kinds, Map<String, Map<String, ModelProperty>> types) {
  private static final String MODELS = "io/kubernetes/client/openapi/models/";
  private static final String APIS = "io/kubernetes/client/openapi/apis/";
  private static final Pattern CREATE = Pattern.compile("create(?:Namespaced)?(\\w+)Call");
  private static final Pattern PATH =
      Pattern.compile("/api(?:s/([^/{}]+))?/([^/{}]+)/(namespaces/\\{namespace\\}/)?([a-z]+)");
  private static final Pattern VERSIONED =
      Pattern.compile("(?:[A-Z][a-z]+)?V\\d+(?:(?:alpha|beta)\\d+)?([A-Z]\\w*)");

  /**
   * A kind that an API server lets people create.
   *
   * @param type the type of its objects
   * @param plural as in the path of the API
   * @param namespaced whether its objects live in a namespace
   */
  record ServedKind(String type, String plural, boolean namespaced) {}

  static ModelJar read(Path file) throws IOException {
    Map<String, Map<String, ModelProperty>> all = new TreeMap<>();
    Map<String, ServedKind> kinds = new TreeMap<>();
    try (JarFile jar = new JarFile(file.toFile())) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (!name.endsWith(".class") || name.contains("$")) {
          continue;
        }
        if (name.startsWith(MODELS)) {
          ClassNode type = parse(jar, entry);
          all.put(simple(type.name), ModelClass.properties(type));
        } else if (name.startsWith(APIS) && name.endsWith("Api.class")) {
          findKinds(parse(jar, entry), kinds);
        }
      }
    }
    return new ModelJar(kinds, reachable(kinds, all));
  }

  private static ClassNode parse(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      ClassNode node = new ClassNode();
      new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return node;
    }
  }

  /** {@code POST /apis/apps/v1/namespaces/{namespace}/deployments} takes a Deployment. */
  private static void findKinds(ClassNode api, Map<String, ServedKind> kinds) {
    for (MethodNode method : api.methods) {
      Matcher create = CREATE.matcher(method.name);
      Optional<String> body = body(method);
      if (!create.matches() || body.isEmpty()) {
        continue;
      }
      Matcher versioned = VERSIONED.matcher(body.get());
      Optional<Matcher> path = path(method);
      if (versioned.matches() && versioned.group(1).equals(create.group(1)) && path.isPresent()) {
        String group = path.get().group(1) == null ? "" : path.get().group(1);
        String key = group + "/" + path.get().group(2) + " " + versioned.group(1);
        boolean namespaced = path.get().group(3) != null;
        kinds.put(key, new ServedKind(body.get(), path.get().group(4), namespaced));
      }
    }
  }

  private static Optional<String> body(MethodNode method) {
    for (Type argument : Type.getArgumentTypes(method.desc)) {
      if (argument.getSort() == Type.OBJECT && argument.getInternalName().startsWith(MODELS)) {
        return Optional.of(simple(argument.getInternalName()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Matcher> path(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
        Matcher matcher = PATH.matcher(text);
        if (matcher.matches()) {
          return Optional.of(matcher);
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, Map<String, ModelProperty>> reachable(
      Map<String, ServedKind> kinds, Map<String, Map<String, ModelProperty>> all) {
    Map<String, Map<String, ModelProperty>> reached = new TreeMap<>();
    List<String> open = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ServedKind kind : kinds.values()) {
      open.add(kind.type());
    }
    while (!open.isEmpty()) {
      String name = open.remove(open.size() - 1);
      if (seen.add(name)) {
        Map<String, ModelProperty> properties = all.get(name);
        if (properties == null) {
          throw new IllegalStateException("no such model: " + name);
        }
        reached.put(name, properties);
        for (ModelProperty property : new TreeSet<>(properties.values())) {
          property.reference().ifPresent(open::add);
        }
      }
    }
    return reached;
  }

  static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1);
  }
}
