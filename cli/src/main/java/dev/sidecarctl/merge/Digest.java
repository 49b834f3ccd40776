package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A short fingerprint of data, to notice an edit by hand. It is no security: eight hexadecimal
 * digits of a CRC-32 over the data as JSON with sorted keys.
 */
final class Digest {

  private Digest() {}

  static String of(Value meaning) {
    StringBuilder json = new StringBuilder();
    JsonText.append(json, meaning);
    CRC32 crc = new CRC32();
    crc.update(json.toString().getBytes(StandardCharsets.UTF_8));
    String hex = Long.toHexString(crc.getValue());
    return "00000000".substring(hex.length()) + hex;
  }
}
