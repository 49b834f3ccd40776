package dev.sidecarctl.text;

/** A text that is not UTF-8. */
public final class UndecodableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Source readable;
  private final long byteOffset;
  private final int offset;
  private final String encoding;

  UndecodableException(Source readable, long byteOffset, int offset, String encoding) {
    super("no UTF-8 at byte " + byteOffset, null, false, false);
    this.readable = readable;
    this.byteOffset = byteOffset;
    this.offset = offset;
    this.encoding = encoding;
  }

  /** The text as far as it can be read, with a replacement character for what cannot. */
  public Source readable() {
    return readable;
  }

  /** Number of bytes before the first one that is no UTF-8. */
  public long byteOffset() {
    return byteOffset;
  }

  /** Where that byte stands in {@link #readable()}, in UTF-16 units. */
  public int offset() {
    return offset;
  }

  /** The name of the encoding that the text's byte-order mark tells of; empty for none. */
  public String encoding() {
    return encoding;
  }
}
