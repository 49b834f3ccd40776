package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import dev.sidecarctl.yaml.YamlNode.Style;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Finds what is YAML and still stops kubectl on its way to JSON. */
final class UnreadableParts {

  private final Source source;
  private final ValueReader values;
  private final List<Diagnostic> found = new ArrayList<>();

  private UnreadableParts(Source source) {
    this.source = source;
    this.values = new ValueReader(source);
  }

  static List<Diagnostic> find(Source source, YamlNode root) {
    UnreadableParts parts = new UnreadableParts(source);
    parts.visit(root, false);
    return List.copyOf(parts.found);
  }

  private void visit(YamlNode node, boolean inFlow) {
    visitAnchor(node);
    if (node instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        visit(item.value(), sequence.flow());
      }
    } else if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        visitKey(entry);
        if (mapping.flow()) {
          visitFlowKey(entry);
        }
        visit(entry.value(), mapping.flow());
      }
    } else if (node instanceof ScalarNode scalar) {
      visitScalar(scalar);
      if (inFlow) {
        visitFlowScalar(scalar);
      }
    }
  }

  private void visitAnchor(YamlNode node) {
    String anchor = node.extent().anchor();
    if (anchor != null && !isAsciiWord(anchor)) {
      report(node, "an anchor's name has only the letters a to z, digits, - and _");
    }
  }

  private static boolean isAsciiWord(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }

  private void visitFlowKey(Entry entry) {
    if (!(entry.key() instanceof ScalarNode key)) {
      return;
    }
    visitFlowScalar(key);
    int colon = entry.colon();
    String text = source.text();
    boolean tight = colon >= 0 && key.style() == Style.PLAIN && colon == key.extent().end();
    if (tight && colon + 1 < text.length() && ",[]{}".indexOf(text.charAt(colon + 1)) >= 0) {
      report(key, "without a blank behind it the colon is part of the key");
    }
  }

  private void visitFlowScalar(ScalarNode scalar) {
    if (scalar.style() == Style.PLAIN && scalar.text().indexOf('?') >= 0) {
      report(scalar, "a text with a ? in brackets or braces needs quotes");
    }
  }

  private void visitKey(Entry entry) {
    YamlNode key = entry.key() instanceof AliasNode alias ? alias.target() : entry.key();
    if (MappingKeys.isMerge(entry.key())) {
      if (!MergeKey.isMergeable(entry.value())) {
        report(entry.key(), "<< wants a mapping or a list of mappings");
      }
    } else if (!(key instanceof ScalarNode scalar)) {
      report(entry.key(), "a list or mapping cannot be a key");
    } else if (values.value(scalar).isNull()) {
      report(entry.key(), "null cannot be a key");
    } else if (TaggedScalars.misfits(scalar)) {
      report(entry.key(), misfit(scalar));
    } else if (isBeyondLong(scalar)) {
      report(entry.key(), "a number of more than 63 bits cannot be a key");
    }
  }

  private void visitScalar(ScalarNode scalar) {
    if (TaggedScalars.misfits(scalar)) {
      report(scalar, misfit(scalar));
      return;
    }
    Value value = values.value(scalar);
    if (value instanceof Value.Scalar number
        && number.kind() == Kind.FLOAT
        && (number.text().endsWith(".inf") || number.text().equals(".nan"))) {
      report(scalar, "JSON has no " + number.text());
    }
  }

  private static boolean isBeyondLong(ScalarNode key) {
    if (key.style() != Style.PLAIN || key.extent().tag() != null || key.text().isEmpty()) {
      return false;
    }
    BigInteger number = ScalarResolver.integer(key.text());
    return number != null && number.bitLength() >= Long.SIZE;
  }

  private static String misfit(ScalarNode scalar) {
    return "the text does not fit the tag " + scalar.extent().tag();
  }

  private void report(YamlNode node, String message) {
    report(new Span(node.extent().start(), node.extent().end()), message);
  }

  private void report(Span span, String message) {
    found.add(
        Diagnostic.error(
                Code.UNREADABLE_VALUE,
                "kubectl cannot read this: " + message,
                new Location(source, span))
            .helping("put it in quotes if it is meant as text"));
  }
}
