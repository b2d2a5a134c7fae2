namespace UnionBot.Web.Console.Sentences;

/// <summary>What became of sentences that were to be taught or put aside, for staff.</summary>
internal static class SentenceTexts
{
    /// <param name="gone">Those that somebody else dealt with meanwhile.</param>
    /// <param name="refused">Those that cannot be taught.</param>
    public static string Of(IReadOnlyList<long> gone, IReadOnlyList<long> refused) => string.Concat(
        gone.Count == 0 ? "" : $"第 {Numbers(gone)} 句同事刚处理过，不用再管。",
        refused.Count == 0 ? "" : $"第 {Numbers(refused)} 句没有教成：和教过的话对不上，或者太长。请换一个意思，或标成“处理完了”。",
        "其余选中的都办了。");

    private static string Numbers(IEnumerable<long> numbers) => string.Join("、", numbers);
}
