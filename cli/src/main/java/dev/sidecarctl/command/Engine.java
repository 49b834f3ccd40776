package dev.sidecarctl.command;

import dev.sidecarctl.inject.EjectionRequest;
import dev.sidecarctl.inject.Ejector;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Injector;
import dev.sidecarctl.inject.Inspector;
import dev.sidecarctl.inject.Inspector.Inspection;
import dev.sidecarctl.inject.Previewer;
import dev.sidecarctl.inject.Previewer.Previews;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.inject.Validator;
import dev.sidecarctl.inject.Validator.Validation;
import dev.sidecarctl.text.Source;

/** What is done to one source; tests of the command line put something simpler in its place. */
interface Engine {

  Injection inject(Source source, InjectionRequest request);

  Injection eject(Source source, EjectionRequest request);

  Previews preview(Source source, InjectionRequest request);

  Inspection inspect(Source source, SourceSettings settings);

  Validation validate(Source source, Validator.Request request);

  /** The real one. */
  static Engine standard() {
    return new Engine() {
      @Override
      public Injection inject(Source source, InjectionRequest request) {
        return Injector.inject(source, request);
      }

      @Override
      public Injection eject(Source source, EjectionRequest request) {
        return Ejector.eject(source, request);
      }

      @Override
      public Previews preview(Source source, InjectionRequest request) {
        return Previewer.preview(source, request);
      }

      @Override
      public Inspection inspect(Source source, SourceSettings settings) {
        return Inspector.inspect(source, settings);
      }

      @Override
      public Validation validate(Source source, Validator.Request request) {
        return Validator.validate(source, request);
      }
    };
  }
}
