using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Jobs;
using UnionBot.Core.Jobs.Queue;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Architecture;

/// <summary>Collects the names that are written to the database: of dialogs, their steps, jobs, occasions and cases.</summary>
internal static partial class StoredNames
{
    public static IEnumerable<string> In(IReadOnlyCollection<Assembly> assemblies) =>
        Dialogs(assemblies).Concat(Jobs(assemblies)).Concat(Occasions(assemblies)).Concat(Cases(assemblies))
            .Distinct().Order(StringComparer.Ordinal);

    /// <summary>Types that draft messages to people while the collector sees no name of the occasion.</summary>
    public static IEnumerable<string> UnseenDrafters(IReadOnlyCollection<Assembly> assemblies) =>
        from type in assemblies.SelectMany(Il.Methods).GroupBy(m => m.Type)
        where type.Any(Drafts) && !type.SelectMany(m => m.InterpolatedTexts()).Any(Occasion().IsMatch)
        where !type.SelectMany(m => m.Calls).Any(call => NamesOccasions(call.DeclaringType.Name, call.Name))
        select type.Key;

    private static IEnumerable<string> Dialogs(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in Concrete(typeof(IDialog), assemblies))
        {
            // Name and Steps need nothing that a constructor brings.
            var dialog = (IDialog)RuntimeHelpers.GetUninitializedObject(type);
            yield return $"dialog {dialog.Name}";

            foreach (var step in StepsOf(dialog)) yield return $"step {dialog.Name} {step}";
        }
    }

    private static IEnumerable<object> StepsOf(IDialog dialog)
    {
        var table = dialog.GetType()
            .GetProperty("Steps", BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)?.GetValue(dialog);
        return table is IEnumerable steps ? steps.Cast<object>().Select(KeyOf) : [];
    }

    private static object KeyOf(object pair) => pair.GetType().GetProperty("Key")!.GetValue(pair)!;

    private static IEnumerable<string> Jobs(IEnumerable<Assembly> assemblies) =>
        Concrete(typeof(IJob), assemblies).Concat(Concrete(typeof(IQueuedJob), assemblies)).Select(t => $"job {t.GetProperty("Name")!.GetValue(null)}");

    /// <summary>Occasions stand in the types that draft messages, or in those that only name them.</summary>
    private static IEnumerable<string> Occasions(IEnumerable<Assembly> assemblies) =>
        from type in assemblies.SelectMany(Il.Methods).GroupBy(m => m.Type)
        let isDrafter = type.Any(Drafts)
        from method in type
        where isDrafter || NamesOccasions(type.Key, method.Definition.Name)
        from text in method.InterpolatedTexts()
        where Occasion().IsMatch(text)
        select $"occasion {text}";

    private static bool Drafts(CompiledMethod method) =>
        method.Calls.Any(c => c is { Name: ".ctor", DeclaringType.Name: nameof(OutboundDraft) });

    private static bool NamesOccasions(string type, string method) =>
        type.Contains("Occasion", StringComparison.Ordinal) || method.Contains("Occasion", StringComparison.Ordinal);

    private static IEnumerable<string> Cases(IReadOnlyCollection<Assembly> assemblies)
    {
        var texts = assemblies.SelectMany(Il.Methods).SelectMany(m => m.Texts).Where(text => Case().IsMatch(text));
        var constants = assemblies.SelectMany(a => a.GetTypes()).Where(t => t.Name == "CaseKinds")
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => (string)f.GetValue(null)!);
        return texts.Concat(constants).Select(kind => $"case {kind}");
    }

    private static IEnumerable<Type> Concrete(Type contract, IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(contract));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*(/([a-z]+(-[a-z]+)*|\\{\\}))+$")]
    private static partial Regex Occasion();

    [GeneratedRegex("^handover/[a-z]+(-[a-z]+)*$")]
    private static partial Regex Case();
}
