using Stemma.Benchmarks;

switch (args)
{
    case ["stories", var folder]:
        return await StoryBenchmark.RunAsync(folder, Console.Out);
    default:
        Console.Error.WriteLine("Name a benchmark: stories SAMPLES.");
        return 2;
}
