using Stemma.App.Commands;

return await StemmaCommand.Create().Parse(args).InvokeAsync();
