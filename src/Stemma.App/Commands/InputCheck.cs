using System.CommandLine;

namespace Stemma.App.Commands;

/// <summary>Refuses inputs that are misspelt options, which would else be looked for as files.</summary>
internal static class InputCheck
{
    public static void AddTo(Command command, Argument<string[]> inputs) => command.Validators.Add(result =>
    {
        foreach (var token in result.GetResult(inputs)?.Tokens ?? [])
        {
            if (token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value))
            {
                result.AddError($"{token.Value}: no such option; for a file of that name write ./{token.Value}");
            }
        }
    });
}
