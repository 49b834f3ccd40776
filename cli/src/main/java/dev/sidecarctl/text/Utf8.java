package dev.sidecarctl.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict decoding of UTF-8: no byte is replaced, so that the text encodes to the same bytes. */
public final class Utf8 {
  private Utf8() {}

  /**
   * Decodes a text. A leading byte-order mark stays in it.
   *
   * @param name what diagnostics call the text
   * @param bytes the whole of it
   * @throws UndecodableException when the bytes are another encoding or no UTF-8 at all
   */
  public static Source decode(String name, byte[] bytes) {
    Optional<String> other = otherEncoding(bytes);
    if (other.isPresent()) {
      Source readable = new Source(name, new String(bytes, Charset.forName(other.get())));
      throw new UndecodableException(readable, 0, 0, other.get());
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(input, characters, true);
    if (result.isError()) {
      Source readable = new Source(name, new String(bytes, StandardCharsets.UTF_8));
      throw new UndecodableException(readable, input.position(), characters.position(), "");
    }
    return new Source(name, characters.flip().toString());
  }

  /**
   * The Unicode encoding that the first bytes tell of, if it is not UTF-8: by a byte-order mark, or
   * by the bytes of value 0 around a first character that is ASCII, as the YAML specification has
   * it.
   */
  private static Optional<String> otherEncoding(byte[] bytes) {
    int first = bytes.length < 2 ? -1 : unit(bytes, 0);
    int second = bytes.length < 4 ? -1 : unit(bytes, 2);
    if (first == 0xFFFE || first == 0xFEFF) {
      return Optional.of(first == 0xFFFE && second == 0 ? "UTF-32" : "UTF-16");
    }
    if (first == 0 && second == 0xFEFF) {
      return Optional.of("UTF-32");
    }
    if (first == 0 && isAscii(second)) {
      return Optional.of("UTF-32BE");
    }
    if (isAscii(first)) {
      return Optional.of("UTF-16BE");
    }
    if (first > 0 && isAscii(first >> Byte.SIZE) && (first & 0xFF) == 0) {
      return Optional.of(second == 0 ? "UTF-32LE" : "UTF-16LE");
    }
    return Optional.empty();
  }

  private static boolean isAscii(int unit) {
    return unit > 0 && unit < 0x80;
  }

  private static int unit(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }
}
