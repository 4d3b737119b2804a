namespace Stemma.Tests.Storage;

public sealed class ClustererMemoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_last_comes_back_whole()
    {
        await using var folder = new StoreFolder();
        foreach (var (turn, length) in new[] { (1L, 2_500_000), (2L, 10), (3L, 1 << 20), (4L, 0) })
        {
            var bytes = new byte[length];
            new Random((int)turn).NextBytes(bytes);
            await new ClustererMemory(folder.Store).SaveAsync(turn, s => s.Write(bytes));
            var (recalled, at) = await RecallAsync(folder);
            Assert.Equal(turn, at);
            Assert.Equal(bytes, recalled);
        }
    }

    [Fact]
    public async Task What_was_being_written_when_the_process_died_does_not_spoil_what_was_there()
    {
        await using var folder = new StoreFolder();
        var memory = new ClustererMemory(folder.Store);
        await memory.SaveAsync(1, static s => s.Write(new byte[1_500_000]));
        // The next set is begun and its head never written.
        await folder.Store.RememberAsync("clusterer.0/0", 2, new byte[] { 7 }, Cancel);
        var (recalled, at) = await RecallAsync(folder);
        Assert.Equal((1, 1_500_000), (at, recalled!.Length));
        // A part of another turn: not whole, so nothing.
        await folder.Store.RememberAsync("clusterer.1/1", 2, new byte[] { 7 }, Cancel);
        Assert.Null(await new ClustererMemory(folder.Store).RecallAsync(Cancel));
    }

    private static async Task<(byte[]? Content, long Turn)> RecallAsync(StoreFolder folder)
    {
        if (await new ClustererMemory(folder.Store).RecallAsync(Cancel) is not { } memory)
        {
            return default;
        }
        await using var content = memory.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancel);
        return (copy.ToArray(), memory.AtTurn);
    }
}
