using Stemma.Benchmarks;

switch (args)
{
    case ["extraction", var folder]:
        return ExtractionBenchmark.Run(folder, Console.Out);
    case ["stories", var folder]:
        return await StoryBenchmark.RunAsync(folder, Console.Out);
    case ["clustering", var articles]:
        return ClusteringBenchmark.Run(int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture), Console.Out);
    case ["clustering", var articles, var folder]:
        return ClusteringBenchmark.Run(int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture), folder, Console.Out);
    case ["story-digest", var folder]:
        return StoryDigestBenchmark.Run(folder, Console.Out);
    case ["reuse", var texts]:
        return ReuseBenchmark.Run(int.Parse(texts, System.Globalization.CultureInfo.InvariantCulture), Console.Out);
    case ["rounds", var feeds, var entries]:
        return await RoundBenchmark.RunAsync(
            int.Parse(feeds, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(entries, System.Globalization.CultureInfo.InvariantCulture),
            Console.Out);
    case ["pages", var folder]:
        return await PagesBenchmark.RunAsync(folder, Console.Out);
    case ["feed-server", var feeds, var entries]:
        return await RoundBenchmark.ServeAsync(
            int.Parse(feeds, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(entries, System.Globalization.CultureInfo.InvariantCulture),
            Console.Out);
    case ["store", var articles, .. var kept]:
        return await StoreBenchmark.RunAsync(
            int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture), kept is [var at] ? at : null, Console.Out);
    case ["reader", var articles]:
        return await ReaderBenchmark.RunAsync(int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture), Console.Out);
    case ["load", var articles, var seconds, .. var place]:
        return await LoadBenchmark.RunAsync(
            int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture),
            place.Length > 0 ? place[0] : null,
            Console.Out);
    case ["load-readers", var home, var readers, var warmUp, var seconds]:
        return await LoadReaders.RunAsync(
            home,
            int.Parse(readers, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(warmUp, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture),
            Console.Out);
    case ["analysis", var file]:
        return AnalysisBenchmark.Run(file);
    case ["feeds", var input]:
        return FeedBenchmark.Run(input, Console.Out);
    case ["fetch", var feeds]:
        return await FetchBenchmark.RunAsync(int.Parse(feeds, System.Globalization.CultureInfo.InvariantCulture), Console.Out);
    case ["refresh"]:
        return RefreshBenchmark.Run(Console.Out);
    case ["warc", var pages]:
        return await WarcBenchmark.RunAsync(int.Parse(pages, System.Globalization.CultureInfo.InvariantCulture), Console.Out);
    default:
        Console.Error.WriteLine("Name a benchmark: extraction FOLDER, stories SAMPLES, clustering ARTICLES [LABELLED], store ARTICLES [FOLDER], rounds FEEDS ENTRIES, pages FOLDER, reader ARTICLES, analysis FILE, feeds FOLDER|N, fetch FEEDS, refresh, warc PAGES, story-digest LABELLED, reuse TEXTS, load ARTICLES SECONDS [FOLDER].");
        return 2;
}
