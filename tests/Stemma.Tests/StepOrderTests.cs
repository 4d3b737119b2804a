using System.Reflection;
using Stemma.Model;

namespace Stemma.Tests;

/// <summary>References point one way: a step may use earlier steps' results, never a later step.</summary>
public sealed class StepOrderTests
{
    private static readonly string[] Order =
    [
        "Stemma.Text", "Stemma.Model", "Stemma.Extraction.Html", "Stemma.Outlets", "Stemma.Fetching", "Stemma.Extraction", "Stemma.Analyzing",
        "Stemma.Clustering", "Stemma.Tracing", "Stemma.Briefing",
    ];

    [Fact]
    public void No_step_uses_a_later_one()
    {
        List<string> wrong = [];
        foreach (var type in typeof(Article).Assembly.GetTypes().Where(t => StepOf(t) > 1))
        {
            foreach (var used in UsedBy(type).Where(u => StepOf(u) > StepOf(type)))
            {
                wrong.Add($"{type.FullName} uses {used.FullName}");
            }
        }
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_engine_knows_neither_the_web_nor_the_console()
    {
        var referenced = typeof(Article).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(referenced, n => n.Contains("AspNetCore", StringComparison.Ordinal)
            || n is "System.Console" or "System.CommandLine" or "Spectre.Console");
    }

    private static int StepOf(Type type) =>
        type.Namespace is { } name ? Array.FindIndex(Order, o => name == o || name.StartsWith(o + ".", StringComparison.Ordinal)) : -1;

    private static IEnumerable<Type> UsedBy(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var direct = type.GetFields(All).Select(f => f.FieldType)
            .Concat(type.GetProperties(All).Select(p => p.PropertyType))
            .Concat(type.GetMethods(All).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(c => c.GetParameters().Select(p => p.ParameterType)));
        return direct.SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : [t.IsArray ? t.GetElementType()! : t]);
    }
}
