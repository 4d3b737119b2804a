using Stemma.App.Settings;

namespace Stemma.Tests.Settings;

/// <summary>Where settings may stand, which counts, and that all faults are told at once.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Nothing_is_needed()
    {
        using var folder = new TemporaryFolder();
        var (settings, faults) = SettingsReader.Read(folder.Path, static _ => null);
        Assert.Empty(faults);
        Assert.Equal(("127.0.0.1:7070", false, 8), (settings.Listen.ToString(), settings.AllowPrivate, settings.Concurrency));
    }

    [Fact]
    public void The_environment_counts_before_a_file_of_its_own_and_that_before_the_settings_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("stemma.ini", "listen = 127.0.0.1:1000\nconcurrency = 3\nuser_agent = from the file\n");
        var secret = folder.Write("agent.txt", "from a file of its own\n");
        var variables = new Dictionary<string, string> { ["STEMMA_LISTEN"] = "localhost:2000", ["STEMMA_USER_AGENT_FILE"] = secret };
        var (settings, faults) = SettingsReader.Read(folder.Path, variables.GetValueOrDefault);
        Assert.Empty(faults);
        Assert.Equal(("127.0.0.1:2000", 3, "from a file of its own"), (settings.Listen.ToString(), settings.Concurrency, settings.UserAgent));
    }

    [Fact]
    public void All_faults_are_told_together()
    {
        using var folder = new TemporaryFolder();
        folder.Write("stemma.ini", "concurrency = many\nno_such = 1\n");
        var variables = new Dictionary<string, string>
        {
            ["STEMMA_LISTEN"] = "everywhere",
            ["STEMMA_ALLOW_NETWORKS"] = "10.0.0.0/99",
            ["STEMMA_USER_AGENT_FILE"] = Path.Combine(folder.Path, "missing"),
        };
        var (_, faults) = SettingsReader.Read(folder.Path, variables.GetValueOrDefault);
        Assert.Equal(5, faults.Count);
        Assert.All((string[])["STEMMA_LISTEN", "STEMMA_ALLOW_NETWORKS", "STEMMA_USER_AGENT_FILE", "concurrency", "no_such"],
            name => Assert.Contains(faults, f => f.Contains(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("oidc_authority = https://login.farrow.example/", "oidc_client_id")]
    [InlineData("oidc_authority = http://login.farrow.example/", "oidc_authority")]
    [InlineData("proxy_header = Remote-User", "trusted_proxies")]
    [InlineData("proxy_header = Remote User", "proxy_header")]
    [InlineData("trusted_proxies = everybody", "trusted_proxies")]
    [InlineData("smtp_from = a@b.example, c@d.example", "smtp_from")]
    [InlineData("smtp_security = maybe", "smtp_security")]
    public void Settings_of_mail_and_sign_in_that_cannot_be_are_told(string line, string named)
    {
        using var folder = new TemporaryFolder();
        folder.Write("stemma.ini", line + "\n");
        Assert.Contains(named, Assert.Single(SettingsReader.Read(folder.Path, static _ => null).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_in_the_docs()
    {
        var docs = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "settings.md"));
        Assert.Equal(
            SettingsTable.All.Select(static s => s.Name),
            docs.Where(static l => l.StartsWith("### ", StringComparison.Ordinal)).Select(static l => l[4..]));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("stemma-settings");

        public string Path => _folder.FullName;

        public string Write(string name, string text)
        {
            var path = System.IO.Path.Combine(Path, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
