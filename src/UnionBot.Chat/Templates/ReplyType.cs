using System.Reflection;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Templates;

/// <summary>One kind of reply: where its template is, what a template may see of it, and its samples.</summary>
public sealed class ReplyType
{
    private static readonly MethodInfo SamplesMethod =
        typeof(ReplyType).GetMethod(nameof(SamplesOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    private ReplyType(Type type) => Type = type;

    public Type Type { get; }

    /// <summary>Whether every reply of this kind has the same words.</summary>
    public bool IsConstant => ReplyModel.Facts(Type).Count == 0;

    /// <summary>Whether it is the short form of a message, of which a locked phone shows every word.</summary>
    public bool IsNotice => Type.Name.EndsWith("Notice", StringComparison.Ordinal);

    /// <summary>Where its template is, below <c>templates/replies</c>, without extension: <c>legal-aid/offer-slots</c>.</summary>
    public string Path => PathOf(Type);

    /// <summary>Every kind of reply in the assemblies.</summary>
    public static IReadOnlyList<ReplyType> In(IEnumerable<Assembly> assemblies) =>
    [
        .. assemblies.SelectMany(a => a.GetTypes())
            .Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IReply)))
            .Select(t => new ReplyType(t)),
    ];

    /// <summary>UnionBot.Services.LegalAid.OfferSlots → legal-aid/offer-slots; UnionBot.Chat.Safety.CrisisHelp → chat/crisis-help.</summary>
    public static string PathOf(Type reply)
    {
        var parts = reply.Namespace!.Split('.');
        var folder = parts is [_, "Services" or "Core", var slice, ..] ? slice : parts[Math.Min(1, parts.Length - 1)];
        return $"{Kebab(folder)}/{Kebab(reply.Name)}";
    }

    /// <exception cref="InvalidOperationException">The reply carries facts and has no samples.</exception>
    public IReadOnlyList<IReply> Samples()
    {
        var sampled = Type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISampled<>));
        if (sampled) return (IReadOnlyList<IReply>)SamplesMethod.MakeGenericMethod(Type).Invoke(null, null)!;

        return IsConstant && Type.GetConstructor(Type.EmptyTypes) is not null
            ? [(IReply)Activator.CreateInstance(Type)!]
            : throw new InvalidOperationException($"{Type.FullName} carries facts: it needs ISampled<{Type.Name}>.");
    }

    private static IReadOnlyList<IReply> SamplesOf<T>()
        where T : IReply, ISampled<T> => [.. T.Samples.Cast<IReply>()];

    private static string Kebab(string name) => string.Concat(
        name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
