namespace UnionBot.Services.Duty;

/// <summary>The number behind some words: 12 in 收到 12。</summary>
internal static class LastDigits
{
    /// <returns>"" when there are none.</returns>
    public static string In(string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return text[(text.AsSpan(0, end).LastIndexOfAnyExceptInRange('0', '9') + 1)..end];
    }
}
