using System.Text;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Names of employers as they are compared.</summary>
public static class EmployerName
{
    /// <summary>Forms of business at the end of a name, the longest first.</summary>
    private static readonly string[] Forms =
        ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "分公司", "集团公司", "集团", "总公司", "公司", "厂", "店"];

    private static readonly string[] Places = ["山东省", "济南市", "山东", "济南"];

    /// <summary>
    /// What tells the employer from others: without blanks, brackets and signs, without the form of business, province and city.
    /// The name as it is where nothing else would be left.
    /// </summary>
    public static string Core(string name)
    {
        var letters = new string([.. name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit)]);
        var core = letters;
        foreach (var place in Places)
        {
            if (core.StartsWith(place, StringComparison.Ordinal)) core = core[place.Length..];
        }

        if (Array.Find(Forms, form => core.EndsWith(form, StringComparison.Ordinal)) is { } found) core = core[..^found.Length];
        return core.Length < 2 ? letters : core;
    }
}
