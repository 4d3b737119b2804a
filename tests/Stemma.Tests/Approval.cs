using System.Runtime.CompilerServices;

namespace Stemma.Tests;

/// <summary>
/// Compares a text with the approved one in <c>approved/</c> beside the test. On a difference the test shows the first
/// differing line and leaves what came as <c>NAME.received</c>; copying it over the approved file is the decision.
/// </summary>
internal static class Approval
{
    public static void Equal(string name, string received, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "approved");
        var approvedPath = Path.Combine(folder, name);
        var receivedPath = approvedPath + ".received";
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath) : "";
        if (approved == received)
        {
            File.Delete(receivedPath);
            return;
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(receivedPath, received);
        var (was, now) = (approved.Split('\n'), received.Split('\n'));
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail($"""
            {name} differs from what was approved, first in line {line + 1}:
            - {(line < was.Length ? was[line] : "(end)")}
            + {(line < now.Length ? now[line] : "(end)")}
            To see all: diff {approvedPath} {receivedPath}
            To approve: mv {receivedPath} {approvedPath}
            """);
    }
}
