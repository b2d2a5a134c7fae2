using System.Text.Json;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>What the files of examples are named for: every intent, and apart from them every kind of danger to life.</summary>
internal static class Labels
{
    private static readonly CrisisKind[] Kinds = Enum.GetValues<CrisisKind>();

    public static readonly string[] Intents = [.. Enum.GetValues<Intent>().Select(IntentNames.NameOf)];

    public static readonly string[] Urgent = [.. Kinds.Select(k => JsonNamingPolicy.KebabCaseLower.ConvertName(k.ToString()))];

    public static readonly string[] All = [.. Intents, .. Urgent];

    public static int NumberOf(string label) => Array.IndexOf(All, label);

    /// <summary>The kind of danger that a label stands for; null for those of intents.</summary>
    public static CrisisKind? DangerOf(int label) => label < Intents.Length ? null : Kinds[label - Intents.Length];

    /// <summary>What the model of danger tells apart: 0 is no danger, then the kinds.</summary>
    public static int DangerNumberOf(int label) => label < Intents.Length ? 0 : label - Intents.Length + 1;

    public static int DangerNumbers { get; } = Kinds.Length + 1;

    /// <summary>
    /// The numbers of the kinds of danger that ask for the same help. Who has drunk poison may be hurt or want to die: what they need
    /// is told by both kinds together.
    /// </summary>
    public static int[][] DangersAlike { get; } = [.. Kinds.GroupBy(IntentOf).Select(alike => alike.Select(kind => DangerNumberOf(Intents.Length + (int)kind)).ToArray())];

    /// <param name="number">From 1 on.</param>
    public static CrisisKind DangerNumbered(int number) => Kinds[number - 1];

    public static Intent IntentOf(int label) => DangerOf(label) is { } kind ? IntentOf(kind) : (Intent)label;

    /// <summary>Who threatens a life needs a person; where one is in danger by accident, it is reported.</summary>
    public static Intent IntentOf(CrisisKind kind) =>
        kind is CrisisKind.SelfHarm or CrisisKind.Violence ? Intent.HumanAgent : Intent.ReportHazard;
}
