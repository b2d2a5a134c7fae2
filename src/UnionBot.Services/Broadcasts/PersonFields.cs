namespace UnionBot.Services.Broadcasts;

/// <summary>What staff may write in braces for something of the person's own. Written into texts, so never changed.</summary>
internal static class PersonFields
{
    public const string Name = "姓名";
    public const string Union = "工会";

    public static IReadOnlyList<string> All { get; } = [Name, Union];

    /// <summary>As long as most are, to see whether a text fits.</summary>
    public static IReadOnlyDictionary<string, string> Sample { get; } = Of("欧阳建国", "历下区某某物业公司工会");

    public static IReadOnlyDictionary<string, string> Of(string name, string union) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [Name] = name, [Union] = union };
}
