package dev.sidecarctl.lint.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Secrets that are known by the way they look. */
final class SecretForms {
  private static final Map<Pattern, String> FORMS = new LinkedHashMap<>();

  static {
    form("-----BEGIN [A-Z ]*PRIVATE KEY-----", "a private key");
    form("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", "an access key of AWS");
    form("\\bgh[pousr]_[A-Za-z0-9]{20,}", "a token of GitHub");
    form("\\bgithub_pat_[A-Za-z0-9_]{20,}", "a token of GitHub");
    form("\\bglpat-[A-Za-z0-9_-]{20,}", "a token of GitLab");
    form("\\bxox[abprs]-[A-Za-z0-9-]{10,}", "a token of Slack");
    form("\\bhvs\\.[A-Za-z0-9_-]{20,}", "a token of Vault");
    form("\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}", "a JSON Web Token");
    form("(?i)\\b(?:Bearer|Basic)\\s+[A-Za-z0-9+/=_.-]{16,}", "the credentials of a request");
    form("://[^/\\s:@$]+:[^/\\s:@$(){}<>*]+@", "a password in a URL");
  }

  private SecretForms() {}

  private static void form(String pattern, String noun) {
    FORMS.put(Pattern.compile(pattern), noun);
  }

  /** What kind of secret a text holds, with its article; empty for none. */
  static Optional<String> in(String text) {
    for (Map.Entry<Pattern, String> form : FORMS.entrySet()) {
      if (form.getKey().matcher(text).find()) {
        return Optional.of(form.getValue());
      }
    }
    return Optional.empty();
  }
}
