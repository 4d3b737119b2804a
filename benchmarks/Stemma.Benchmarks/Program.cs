using Stemma.Benchmarks;

switch (args)
{
    case ["extraction", var folder]:
        return ExtractionBenchmark.Run(folder, Console.Out);
    default:
        Console.Error.WriteLine("Name a benchmark: extraction FOLDER.");
        return 2;
}
