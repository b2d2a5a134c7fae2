using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Parts;

/// <summary>我的会籍: the question whose answer is data of the person who asks.</summary>
internal static class MembershipQuestion
{
    public const string Text = "我的会籍";

    public static Func<int, Utterance> FromAnyone => Utterance.ByAnyone(Text);

    /// <summary>Every member of the benchmark belongs to the one union that <see cref="MemberRows"/> writes.</summary>
    public static bool IsRightAnswer(string answer) => answer.Contains(MemberRows.UnionName, StringComparison.Ordinal);
}
