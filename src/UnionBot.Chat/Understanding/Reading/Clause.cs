using System.Buffers;

namespace UnionBot.Chat.Understanding.Reading;

/// <summary>Where one clause of a message ends.</summary>
internal static class Clause
{
    public static readonly SearchValues<char> Ends = SearchValues.Create(",，。.!！?？;；、~…\n ");
}
