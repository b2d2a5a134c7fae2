using System.Collections.Frozen;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Chat.Safety;

/// <summary>Whole messages that call for help and do not say why: 救命, 110, SOS. 救命恩人 is no call.</summary>
internal sealed class CallsForHelp(IReadOnlyDictionary<string, CrisisKind> calls)
{
    /// <summary>Cries that may follow a call.</summary>
    private const string Cries = "啊呀哇";

    private readonly FrozenDictionary<string, CrisisKind> _calls = calls.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    private readonly int _longest = calls.Keys.Select(call => call.Length).DefaultIfEmpty().Max();

    /// <summary>What is feared first where a message is nothing but a call.</summary>
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <returns>Null when it is no call.</returns>
    public CrisisKind? Find(string text)
    {
        // A cry is often written with signs, blanks and 啊 behind every word.
        if (text.Length > _longest * 3) return null;

        var call = string.Concat(text.Where(char.IsLetterOrDigit)).TrimEnd(Cries.ToCharArray());
        return _calls.TryGetValue(call, out var kind) ? kind : null;
    }
}
