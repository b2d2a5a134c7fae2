using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using UnionBot.Core.People;

namespace UnionBot.Services.Vacancies.Posts;

/// <summary>A mobile number or a fixed line with its area code, by which the union calls an employer.</summary>
public sealed partial class ContactPhone
{
    private ContactPhone(string value) => Value = value;

    /// <summary>ASCII digits only, an extension behind a hyphen: 053112345678-801.</summary>
    public string Value { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out ContactPhone? phone)
    {
        phone = null;
        if (MobileNumber.TryParse(text, out var mobile))
        {
            phone = new ContactPhone(mobile.Value);
        }
        else if (FixedLine.Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } line)
        {
            var extension = line.Groups["extension"];
            phone = new ContactPhone(line.Groups["area"].Value + line.Groups["number"].Value + (extension.Success ? $"-{extension.Value}" : ""));
        }

        return phone is not null;
    }

    /// <summary>Masked, so that no log shows the number.</summary>
    public override string ToString() => DisplayMask.Mobile(Value);

    [GeneratedRegex(@"^\s*\(?(?<area>0\d{2,3})\)?[\s-]*(?<number>[2-8]\d{6,7})(\s*(-|转|ext\.?)\s*(?<extension>\d{1,5}))?\s*$")]
    private static partial Regex FixedLine { get; }
}
