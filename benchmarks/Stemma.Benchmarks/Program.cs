using Stemma.Benchmarks;

switch (args)
{
    case ["stories", var folder]:
        return await StoryBenchmark.RunAsync(folder, Console.Out);
    case ["analysis", var file]:
        return AnalysisBenchmark.Run(file);
    default:
        Console.Error.WriteLine("Name a benchmark: stories SAMPLES, analysis FILE.");
        return 2;
}
