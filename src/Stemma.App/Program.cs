using Stemma.App.Commands;

return await Door.RunAsync(args, new System.CommandLine.InvocationConfiguration());
