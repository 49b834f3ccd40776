package dev.sidecarctl.command.guide;

import java.util.List;
import java.util.Locale;

/** The completion for PowerShell. */
final class PowershellScript {
  private static final String FRAME =
      """

      Register-ArgumentCompleter -Native -CommandName sidecarctl -ScriptBlock {
          param($wordToComplete, $commandAst, $cursorPosition)

          # By command, the empty name for none: an option's names, what follows it, the words that
          # may, and what it is for.
          $options = @{
      @OPTIONS@    }
          $commands = [ordered]@{
      @COMMANDS@    }
          # By command, words that may follow; files otherwise.
          $operands = @{
      @OPERANDS@    }

          $words = @($commandAst.CommandElements |
              Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or $_.Extent.Text -ne $wordToComplete } |
              ForEach-Object { $_.Extent.Text })
          $program = $words[0]
          $line = @($words | Select-Object -Skip 1)
          $command = @($line | Where-Object { $_ -notlike '-*' } | Select-Object -First 1)[0]
          if ($null -eq $command) { $command = '' }
          $two = @($line | Where-Object { $_ -notlike '-*' } | Select-Object -First 2) -join ' '
          if ($options.ContainsKey($two)) { $command = $two }
          if (-not $options.ContainsKey($command)) { return }

          $typed = $wordToComplete
          $kept = ''
          $before = if ($line.Count -gt 0) { $line[-1] } else { '' }
          if ($typed -like '--*=*') {
              $before = $typed.Substring(0, $typed.IndexOf('='))
              $kept = $before + '='
              $typed = $typed.Substring($typed.IndexOf('=') + 1)
          }
          $option = $options[$command] | Where-Object { $_.Names -contains $before } | Select-Object -First 1

          function Offer($text, $tip) {
              if ($text.StartsWith($typed)) {
                  if (-not $tip) { $tip = $text }
                  [System.Management.Automation.CompletionResult]::new($kept + $text, $text, 'ParameterValue', $tip)
              }
          }
          function Ask($what) {
              & $program __complete $what $typed @line 2>$null | ForEach-Object {
                  $name, $tip = $_ -split "`t", 2
                  Offer $name $tip
              }
          }

          if ($null -ne $option -and $option.Kind -ne 'none') {
              switch ($option.Kind) {
                  'templates' { Ask 'templates' }
                  'parameters' { Ask 'parameters' }
                  'list' {
                      $head = $typed.Substring(0, $typed.LastIndexOf(',') + 1)
                      $option.Words | ForEach-Object { Offer ($head + $_) }
                  }
                  'pairs' {
                      $head = $typed.Substring(0, $typed.IndexOf('=') + 1)
                      $option.Words | ForEach-Object { Offer ($head + $_) }
                      if (-not $head) { $option.Keys | ForEach-Object { Offer ($_ + '=') } }
                  }
                  default { $option.Words | ForEach-Object { Offer $_ } }
              }
              return
          }
          if ($typed -like '-*') {
              foreach ($one in $options[$command]) {
                  foreach ($name in $one.Names) { Offer $name $one.Tip }
              }
          } elseif ($command -eq '') {
              foreach ($name in $commands.Keys) { Offer $name $commands[$name] }
          } elseif ($operands.ContainsKey($command)) {
              $operands[$command] | ForEach-Object { Offer $_ }
          }
      }
      """;

  private PowershellScript() {}

  static String of(ProgramGuide program) {
    StringBuilder options = new StringBuilder();
    StringBuilder commands = new StringBuilder();
    StringBuilder operands = new StringBuilder();
    options("", program.options(), options);
    for (CommandGuide command : program.commands()) {
      for (String name : command.names()) {
        if (program.firstWords().contains(command)) {
          commands.append("        ").append(quoted(name)).append(" = ");
          commands.append(quoted(command.summary())).append('\n');
        }
        options(name, command.options(), options);
        if (command.operands().kind() == ValueGuide.Kind.WORDS) {
          operands.append("        ").append(quoted(name)).append(" = ");
          operands.append(list(command.operands().words())).append('\n');
        }
      }
    }
    return CompletionScript.head("powershell")
        + FRAME
            .replace("@OPTIONS@", options)
            .replace("@COMMANDS@", commands)
            .replace("@OPERANDS@", operands);
  }

  private static void options(String command, List<OptionGuide> options, StringBuilder out) {
    out.append("        ").append(quoted(command)).append(" = @(\n");
    for (OptionGuide option : options) {
      out.append("            @{ Names = ").append(list(option.names()));
      out.append("; Kind = ").append(quoted(kind(option)));
      out.append("; Words = ").append(list(option.value().words()));
      out.append("; Keys = ").append(list(option.value().keys()));
      out.append("; Tip = ").append(quoted(option.summary())).append(" }\n");
    }
    out.append("        )\n");
  }

  private static String kind(OptionGuide option) {
    return option.value().kind().name().toLowerCase(Locale.ROOT);
  }

  private static String list(List<String> words) {
    StringBuilder list = new StringBuilder("@(");
    for (String word : words) {
      list.append(list.length() == 2 ? "" : ", ").append(quoted(word));
    }
    return list.append(')').toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
