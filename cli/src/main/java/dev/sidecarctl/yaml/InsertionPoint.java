package dev.sidecarctl.yaml;

/** Which lines belong to whom: comments and blank lines around the place of an insertion. */
final class InsertionPoint {
  private InsertionPoint() {}

  /**
   * The line start where something is appended to a block collection: behind the comments of its
   * last element, before blank lines and the comments of what follows.
   *
   * @param end of the collection's content
   * @param column of its dashes or keys
   * @param ownsColumn whether a comment at that column belongs to the collection: always in a
   *     mapping, in a list only where the dashes stand deeper than the key
   */
  static int append(Lines lines, int end, int column, boolean ownsColumn) {
    int point = lines.next(end);
    boolean blankSeen = false;
    int at = point;
    while (at < lines.end()) {
      int content = lines.firstContent(at);
      if (lines.isComment(at)) {
        int found = content - at;
        if (found < column || (found == column && (blankSeen || !ownsColumn))) {
          break;
        }
        point = lines.next(at);
      } else if (content == lines.contentEnd(at)) {
        blankSeen = true;
      } else {
        break;
      }
      at = lines.next(at);
    }
    return point;
  }

  /**
   * The line start where something is put before an element: above the comments that stand directly
   * over it in its own column.
   *
   * @param start of the element, the first on its line
   * @param bound what lies before it is not looked at: the end of the element or key before
   */
  static int before(Lines lines, int start, int bound) {
    int point = lines.start(start);
    int column = start - point;
    while (true) {
      int above = lines.beforeBreak(point);
      if (above == point) {
        return point;
      }
      int line = lines.start(above);
      boolean head =
          line >= bound && lines.isComment(line) && lines.firstContent(line) - line == column;
      if (!head) {
        return point;
      }
      point = line;
    }
  }
}
