namespace UnionBot.Chat.Safety;

/// <summary>For one kind of crisis the words around a phrase that take its alarm away.</summary>
/// <param name="Harmless">Longer phrases that contain one of the phrases and mean something else: 跳楼价.</param>
/// <param name="Reported">Somebody speaks of news, of the past or of a worry: in the same clause or before it.</param>
/// <param name="Asked">Somebody asks what follows from something that is over: anywhere in the message.</param>
internal sealed record CrisisExceptions(string[] Harmless, string[] Reported, string[] Asked)
{
    public bool IsHarmless(ReadOnlySpan<char> clause, int start, int end)
    {
        foreach (var phrase in Harmless)
        {
            // It takes the alarm away only where it covers the hit, not where it stands somewhere else.
            var from = Math.Max(0, end - phrase.Length);
            var to = Math.Min(clause.Length, start + phrase.Length);
            if (to > from && clause[from..to].Contains(phrase, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
