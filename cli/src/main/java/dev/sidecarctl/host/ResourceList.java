package dev.sidecarctl.host;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.TextEdits;
import dev.sidecarctl.yaml.Reconciliation;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kustomize and its kin hand to a function on standard input, and want back: manifests as
 * {@code items}, the file that asked for the function as {@code functionConfig}. The template is
 * that file.
 *
 * <p>Its manifests are injected where they stand, as those of any other List.
 */
public final class ResourceList {
  private static final String KIND = "ResourceList";
  private static final String GROUP = "config.kubernetes.io/";
  private static final String CONFIG = "functionConfig";
  private static final String RESULTS = "results";

  private final Source source;
  private final Value.Mapping root;

  private ResourceList(Source source, Value.Mapping root) {
    this.source = source;
    this.root = root;
  }

  /**
   * The ResourceList that a text is; empty for any other text.
   *
   * @throws RefusedException when the text names the kind but is no YAML
   */
  public static Optional<ResourceList> find(Source source) {
    if (!source.text().contains(KIND)) {
      return Optional.empty();
    }
    return document(source)
        .map(YamlDocument::value)
        .filter(ResourceList::isList)
        .map(value -> new ResourceList(source, (Value.Mapping) value));
  }

  private static boolean isList(Value value) {
    return value instanceof Value.Mapping mapping
        && mapping.findText("kind").orElse("").equals(KIND)
        && mapping.findText("apiVersion").orElse("").startsWith(GROUP);
  }

  /** The only document of a text, as far as it has one. */
  private static Optional<YamlDocument> document(Source source) {
    Optional<YamlDocument> only = Optional.empty();
    for (YamlDocument document : YamlStream.of(source).documents()) {
      if (!document.isEmpty()) {
        if (only.isPresent()) {
          return Optional.empty();
        }
        only = Optional.of(document);
      }
    }
    return only;
  }

  /** The text that it was read from. */
  public Source source() {
    return source;
  }

  /** The file that asked for us. */
  public Order order() {
    Value config = root.find(CONFIG).orElse(Value.nothing());
    return config.isNull()
        ? Order.missing(root.keyOrigin("kind").orElse(null))
        : Order.within(source, config);
  }

  /**
   * A list with something to tell about this one.
   *
   * @param after this list, or what became of it
   * @param diagnostics places refer to this list; notes are left out
   * @return {@code after} itself where there is nothing to tell
   * @throws RefusedException when the text does not allow it
   */
  public Source withResults(Source after, List<Diagnostic> diagnostics) {
    List<Value> results = new ArrayList<>(root.sequence(RESULTS).items());
    int given = results.size();
    results.addAll(new FunctionResults(source, root).of(diagnostics));
    Optional<YamlDocument> document = document(after);
    if (results.size() == given || document.isEmpty()) {
      return after;
    }
    Value.Mapping list = (Value.Mapping) document.get().value();
    Value wanted = list.with(RESULTS, Value.Sequence.of(results));
    Reconciliation edits =
        Reconciliation.of(document.get(), wanted, (at, item) -> Optional.empty(), Map.of());
    return TextEdits.of(edits.edits()).applyTo(after);
  }
}
