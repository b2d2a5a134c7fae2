namespace UnionBot.Sandbox.Templates;

/// <summary>A template that the account has taken.</summary>
/// <param name="Keywords">Field keys with their Chinese names, in order.</param>
/// <param name="IsLongTerm">For subscription notices: one consent allows any number of sends.</param>
internal sealed record MessageTemplate(
    string Id, string Title, IReadOnlyList<KeyValuePair<string, string>> Keywords, bool IsLongTerm = false)
{
    /// <summary>As the back office shows it: <c>业务名称：{{thing1.DATA}}</c>.</summary>
    public string Content => string.Concat(Keywords.Select(keyword => $"{keyword.Value}：{{{{{keyword.Key}.DATA}}}}\n"));
}
