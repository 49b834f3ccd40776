package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.lint.trial.Declared;
import dev.sidecarctl.lint.trial.WrittenTemplate;

/** Parameters that nothing uses, that nobody explains, or of which no value is known. */
public final class WrittenParameters implements Rule {

  @Override
  public void check(Subject subject, Remarks remarks) {
    WrittenTemplate written = subject.written();
    for (Declared parameter : written.parameters().values()) {
      if (!written.used().contains(parameter.name())) {
        remarks.warn(
            Code.PARAMETER_UNUSED,
            parameter.at(),
            "nothing in the template uses the parameter " + parameter.name(),
            "refer to it by $(params." + parameter.name() + "), or take it out");
      }
      if (!parameter.isDocumented()) {
        remarks.warn(
            Code.PARAMETER_UNDOCUMENTED,
            parameter.at(),
            "parameter " + parameter.name() + " does not say what it is for",
            "give it a description");
      }
    }
    for (Declared parameter : subject.plan().unknown()) {
      remarks.warn(
          Code.PARAMETER_UNTRIED,
          parameter.at(),
          "no value is known that the parameter "
              + parameter.name()
              + " admits: what the template makes was not looked at",
          "tell one: --set " + parameter.name() + "=VALUE");
    }
  }
}
