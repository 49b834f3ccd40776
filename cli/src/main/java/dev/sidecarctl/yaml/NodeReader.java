package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Extent;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import dev.sidecarctl.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.Token;

/** Builds the nodes of one document from the engine's events, and from the tokens between them. */
final class NodeReader {
  /** The engine's own buffer makes long tokens quadratic. */
  private static final int BUFFER = 64 * 1024;

  private final Source source;
  private final String text;
  private final SliceOffsets offsets;
  private final RecordingScanner scanner;
  private final ParserImpl parser;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private int depth;

  /** What an anchor stands for; nothing while its own node is still being read. */
  private static final class Anchored {
    @Nullable YamlNode node;
  }

  /** An event and the tokens that it was made of. A collection's opening token comes after it. */
  private record Step(Event event, TokenGroup tokens) {
    boolean is(Event.ID id) {
      return event.getEventId() == id;
    }
  }

  private NodeReader(Source source, Span slice) {
    this.source = source;
    this.text = source.text();
    this.offsets = new SliceOffsets(text, slice);
    LoadSettings settings =
        LoadSettings.builder()
            .setParseComments(false)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(Math.max(1024, Math.min(BUFFER, slice.length() + 1)))
            .build();
    StreamReader characters = new StreamReader(settings, source.text(slice));
    this.scanner = new RecordingScanner(new ScannerImpl(settings, characters));
    this.parser = new ParserImpl(settings, scanner);
  }

  /**
   * Reads one document.
   *
   * @return its root; an empty scalar at the end of a slice without content
   * @throws RefusedException when it is no YAML or nests too deeply
   */
  static YamlNode read(Source source, Span slice) {
    if (DocumentStyle.isEmpty(source.text(), slice)) {
      return nothing(slice);
    }
    SyntaxProblem problem = new SyntaxProblem(source, slice);
    try {
      return new NodeReader(source, slice).document(slice);
    } catch (YamlEngineException e) {
      throw new RefusedException(problem.describe(e));
    }
  }

  private static YamlNode nothing(Span slice) {
    int at = slice.end();
    return new ScalarNode(new Extent(at, at, at, at, null, null), "", Style.PLAIN);
  }

  private YamlNode document(Span slice) {
    next();
    Step start = next();
    if (start.is(Event.ID.StreamEnd)) {
      return nothing(slice);
    }
    YamlNode root = node(next(), -1, offsets.of(start.event().getEndMark()));
    next();
    Step end = next();
    if (!end.is(Event.ID.StreamEnd)) {
      throw refusal("another document begins without ---", spanOf(end.event()));
    }
    return root;
  }

  private Step next() {
    Event event = parser.next();
    return new Step(event, scanner.take());
  }

  /**
   * Builds the node that begins with an event.
   *
   * @param column of the block collection around it; -1 for none
   * @param emptyAt where the node stands if nothing is written for it
   */
  private YamlNode node(Step step, int column, int emptyAt) {
    Event event = step.event();
    if (event instanceof AliasEvent alias) {
      return alias(step, alias.getAlias().getValue());
    }
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isEmpty()) {
      return content(step, column, emptyAt);
    }
    Anchored anchored = new Anchored();
    anchors.put(anchor.get().getValue(), anchored);
    YamlNode node = content(step, column, emptyAt);
    anchored.node = node;
    return node;
  }

  private YamlNode content(Step step, int column, int emptyAt) {
    if (step.event() instanceof ScalarEvent scalar) {
      return scalar(step.tokens(), scalar, column, emptyAt);
    }
    if (++depth > Limits.DEPTH) {
      throw refusal(
          "lists and mappings nest deeper than " + Limits.DEPTH + " levels", spanOf(step.event()));
    }
    YamlNode node;
    if (step.event() instanceof SequenceStartEvent sequence) {
      node = sequence.isFlow() ? flowSequence(step, column) : blockSequence(step);
    } else if (((MappingStartEvent) step.event()).isFlow()) {
      node = flowMapping(step, column);
    } else {
      node = blockMapping(step);
    }
    depth--;
    return node;
  }

  private YamlNode alias(Step step, String name) {
    Span span = spanOf(step.event());
    Anchored anchored = anchors.get(name);
    if (anchored == null) {
      throw refusal("no anchor &" + name + " is defined before this alias", span);
    }
    if (anchored.node == null) {
      throw refusal("the value of the anchor &" + name + " contains itself", span);
    }
    Extent extent = new Extent(span.start(), span.start(), span.start(), span.end(), null, null);
    return new AliasNode(extent, name, anchored.node);
  }

  private YamlNode scalar(TokenGroup tokens, ScalarEvent event, int column, int emptyAt) {
    Token content = tokens.content;
    if (content == null || content.getTokenId() != Token.ID.Scalar) {
      int at = propertiesEnd(tokens, emptyAt);
      return new ScalarNode(extent(tokens, at, at), "", Style.PLAIN);
    }
    int body = offsets.start(content);
    int end = offsets.end(content);
    Style style = style(event.getScalarStyle());
    if (style == Style.LITERAL || style == Style.FOLDED) {
      end = BlockScalarEnd.find(text, body, end, column);
    }
    return new ScalarNode(extent(tokens, body, end), event.getValue(), style);
  }

  private YamlNode blockSequence(Step start) {
    List<Item> items = new ArrayList<>();
    int column = 0;
    int end = 0;
    for (Step step = next(); !step.is(Event.ID.SequenceEnd); step = next()) {
      Token dash = required(step.tokens().dash);
      if (items.isEmpty()) {
        column = column(dash);
      }
      YamlNode value = node(step, column, offsets.end(dash));
      items.add(new Item(offsets.start(dash), -1, value));
      end = value.extent().end();
    }
    Extent extent = extent(start.tokens(), items.get(0).dash(), end);
    return new SequenceNode(extent, false, column, List.copyOf(items));
  }

  private YamlNode flowSequence(Step start, int column) {
    Token bracket = scanner.peekToken();
    List<Item> items = new ArrayList<>();
    Step step = next();
    for (; !step.is(Event.ID.SequenceEnd); step = next()) {
      closeItem(items, step.tokens().comma);
      int emptyAt = offsets.of(step.event().getStartMark());
      items.add(new Item(-1, -1, node(step, column, emptyAt)));
    }
    closeItem(items, step.tokens().comma);
    int end = offsets.end(required(step.tokens().content));
    Extent extent = extent(start.tokens(), offsets.start(bracket), end);
    return new SequenceNode(extent, true, column(bracket), List.copyOf(items));
  }

  private void closeItem(List<Item> items, @Nullable Token comma) {
    if (comma != null && !items.isEmpty()) {
      int last = items.size() - 1;
      items.set(last, new Item(-1, offsets.start(comma), items.get(last).value()));
    }
  }

  private YamlNode blockMapping(Step start) {
    List<Entry> entries = new ArrayList<>();
    int column = column(scanner.peekToken());
    for (Step step = next(); !step.is(Event.ID.MappingEnd); step = next()) {
      entries.add(entry(step, step.tokens().key, column));
    }
    Extent extent = extent(start.tokens(), entries.get(0).start(), end(entries));
    return new MappingNode(extent, false, column, List.copyOf(entries), false);
  }

  private YamlNode flowMapping(Step start, int column) {
    Token brace = scanner.peekToken();
    if (brace.getTokenId() != Token.ID.FlowMappingStart) {
      return bracelessPair(column);
    }
    List<Entry> entries = new ArrayList<>();
    Step step = next();
    for (; !step.is(Event.ID.MappingEnd); step = next()) {
      closeEntry(entries, step.tokens().comma);
      entries.add(entry(step, step.tokens().key, column));
    }
    closeEntry(entries, step.tokens().comma);
    int end = offsets.end(required(step.tokens().content));
    Extent extent = extent(start.tokens(), offsets.start(brace), end);
    return new MappingNode(extent, true, column(brace), List.copyOf(entries), false);
  }

  private YamlNode bracelessPair(int column) {
    Token first = scanner.peekToken();
    Step step = next();
    Entry entry = entry(step, step.tokens().key, column);
    next();
    Extent extent = extent(new TokenGroup(), entry.start(), end(List.of(entry)));
    return new MappingNode(extent, true, column(first), List.of(entry), true);
  }

  private void closeEntry(List<Entry> entries, @Nullable Token comma) {
    if (comma != null && !entries.isEmpty()) {
      int last = entries.size() - 1;
      Entry entry = entries.get(last);
      int at = offsets.start(comma);
      entries.set(
          last,
          new Entry(
              entry.start(), entry.colon(), at, entry.explicitKey(), entry.key(), entry.value()));
    }
  }

  private Entry entry(Step keyStep, @Nullable Token keyToken, int column) {
    boolean explicit = keyToken != null && offsets.end(keyToken) > offsets.start(keyToken);
    int emptyKeyAt =
        explicit && keyToken != null
            ? offsets.end(keyToken)
            : offsets.of(keyStep.event().getStartMark());
    YamlNode key = node(keyStep, column, emptyKeyAt);
    Step valueStep = next();
    Token colon = valueStep.tokens().colon;
    int emptyAt = colon == null ? key.extent().end() : offsets.end(colon);
    YamlNode value = node(valueStep, column, emptyAt);
    int start = explicit && keyToken != null ? offsets.start(keyToken) : key.extent().start();
    return new Entry(start, colon == null ? -1 : offsets.start(colon), -1, explicit, key, value);
  }

  private static int end(List<Entry> entries) {
    return entries.get(entries.size() - 1).value().extent().end();
  }

  /** The extent of a node whose content is known; properties stand before it. */
  private Extent extent(TokenGroup tokens, int body, int end) {
    Token anchor = tokens.anchor;
    Token tag = tokens.tag;
    if (anchor == null && tag == null) {
      return new Extent(body, body, body, end, null, null);
    }
    int start = body;
    if (anchor != null) {
      start = Math.min(start, offsets.start(anchor));
    }
    if (tag != null) {
      start = Math.min(start, offsets.start(tag));
    }
    String anchorName =
        anchor == null ? null : text.substring(offsets.start(anchor) + 1, offsets.end(anchor));
    String tagText = tag == null ? null : text.substring(offsets.start(tag), offsets.end(tag));
    return new Extent(start, propertiesEnd(tokens, body), body, end, anchorName, tagText);
  }

  private int propertiesEnd(TokenGroup tokens, int none) {
    int end = -1;
    if (tokens.anchor != null) {
      end = offsets.end(tokens.anchor);
    }
    if (tokens.tag != null) {
      end = Math.max(end, offsets.end(tokens.tag));
    }
    return end < 0 ? none : end;
  }

  private RefusedException refusal(String message, Span span) {
    return new RefusedException(
        Diagnostic.error(Code.YAML_SYNTAX, message, new Location(source, span)));
  }

  private Span spanOf(Event event) {
    int start = offsets.of(event.getStartMark());
    return new Span(start, Math.max(start, offsets.of(event.getEndMark())));
  }

  private static int column(Token token) {
    return token.getStartMark().orElseThrow().getColumn();
  }

  private static Token required(@Nullable Token token) {
    if (token == null) {
      throw new IllegalStateException("the parser gave an event without its token");
    }
    return token;
  }

  private static Style style(ScalarStyle style) {
    return switch (style) {
      case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
      case LITERAL -> Style.LITERAL;
      case FOLDED -> Style.FOLDED;
      default -> Style.PLAIN;
    };
  }
}
