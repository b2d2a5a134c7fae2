using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Jobs;

namespace UnionBot.Tests.Architecture;

/// <summary>Collects the names that are written to the database: of dialogs, their steps, jobs, occasions and cases.</summary>
internal static partial class StoredNames
{
    public static IEnumerable<string> In(IReadOnlyCollection<Assembly> assemblies) =>
        Dialogs(assemblies).Concat(Jobs(assemblies)).Concat(Texts(assemblies)).Distinct().Order(StringComparer.Ordinal);

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
        Concrete(typeof(IJob), assemblies).Select(t => $"job {t.GetProperty("Name")!.GetValue(null)}");

    /// <summary>Occasions stand as texts beside the drafts they are given to; kinds of cases by the words of a hand-over.</summary>
    private static IEnumerable<string> Texts(IEnumerable<Assembly> assemblies)
    {
        foreach (var method in assemblies.SelectMany(Il.Methods))
        {
            var drafts = method.Calls.Any(c => c.Name == ".ctor" && c.DeclaringType.Name == "OutboundDraft");
            foreach (var text in method.Texts)
            {
                if (drafts && Occasion().IsMatch(text)) yield return $"occasion {text}";
                if (Case().IsMatch(text)) yield return $"case {text}";
            }
        }
    }

    private static IEnumerable<Type> Concrete(Type contract, IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(contract));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*/?$")]
    private static partial Regex Occasion();

    [GeneratedRegex("^handover/[a-z]+(-[a-z]+)*$")]
    private static partial Regex Case();
}
