package org.qingmen.engine.internal.compare;

/**
 * Walks over canonical JSON (no white space) without building anything. Where something is not as
 * it should be, it throws {@link IllegalArgumentException} or runs into the end of the array.
 */
final class JsonScan {

  private final byte[] json;

  /** The member just read: its key without quotes and its value. */
  int keyStart;

  int keyEnd;
  int valueStart;
  int valueEnd;

  JsonScan(byte[] json) {
    this.json = json;
  }

  /** Position of the first member of the object that begins here. */
  int open(int at) {
    if (json[at] != '{') {
      throw new IllegalArgumentException("no object at " + at);
    }
    return at + 1;
  }

  /**
   * Reads the member that begins here.
   *
   * @return where the next one begins, or -1 when the object had no more
   */
  int member(int at) {
    int from = json[at] == ',' ? at + 1 : at;
    if (json[from] == '}') {
      return -1;
    }
    keyStart = from + 1;
    keyEnd = string(from) - 1;
    if (json[keyEnd + 1] != ':') {
      throw new IllegalArgumentException("no colon at " + keyEnd);
    }
    valueStart = keyEnd + 2;
    valueEnd = skip(valueStart);
    return valueEnd;
  }

  /** Whether the key of the member just read is this one. */
  boolean keyIs(byte[] name) {
    int length = keyEnd - keyStart;
    if (length != name.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (json[keyStart + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the value that begins here ends. */
  int skip(int at) {
    switch (json[at]) {
      case '"':
        return string(at);
      case '{':
      case '[':
        return nested(at);
      default:
        int end = at;
        while (json[end] != ',' && json[end] != '}' && json[end] != ']') {
          end++;
        }
        return end;
    }
  }

  private int nested(int at) {
    int depth = 0;
    int end = at;
    do {
      switch (json[end]) {
        case '"':
          end = string(end);
          continue;
        case '{':
        case '[':
          depth++;
          break;
        case '}':
        case ']':
          depth--;
          break;
        default:
          break;
      }
      end++;
    } while (depth > 0);
    return end;
  }

  /** Behind the closing quote of the string that begins here. */
  private int string(int at) {
    int end = at + 1;
    while (json[end] != '"') {
      end += json[end] == '\\' ? 2 : 1;
    }
    return end + 1;
  }
}
