package dev.sidecarctl.yaml;

/**
 * How a document, or a part of it, is laid out.
 *
 * @param indent columns from a mapping's keys to those of a mapping under them
 * @param dashOffset columns from a mapping's keys to the dashes of a list under them
 * @param dashGap spaces between a dash and what follows it
 * @param quote the quotation mark of strings that need one
 * @param json whether the document is JSON
 * @param colonGap what stands between colon and value in flow style
 * @param commaGap what stands between comma and next element in flow style, on one line
 * @param flowUnit what one level of flow style over several lines is indented by
 */
record LayoutStyle(
    int indent,
    int dashOffset,
    int dashGap,
    char quote,
    boolean json,
    String colonGap,
    String commaGap,
    String flowUnit) {

  LayoutStyle withDashOffset(int newOffset) {
    return new LayoutStyle(indent, newOffset, dashGap, quote, json, colonGap, commaGap, flowUnit);
  }

  LayoutStyle withDashGap(int newGap) {
    return new LayoutStyle(indent, dashOffset, newGap, quote, json, colonGap, commaGap, flowUnit);
  }
}
