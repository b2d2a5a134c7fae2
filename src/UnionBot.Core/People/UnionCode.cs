using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace UnionBot.Core.People;

/// <summary>A union's code (统一社会信用代码, GB 32100-2015): 18 characters, the first two 81 or 89.</summary>
public sealed class UnionCode
{
    public const int Length = 18;

    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnionCode(string value) => Value = value;

    public string Value { get; }

    /// <param name="text">As written: lower case, full width and blanks are understood.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out UnionCode? code)
    {
        var value = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        code = IsCode(value) ? new UnionCode(value) : null;
        return code is not null;
    }

    /// <summary>The 18th character that belongs to the first 17.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first17)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in first17)
        {
            sum += Characters.IndexOf(c, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Characters.Length;
        }

        return Characters[(Characters.Length - (sum % Characters.Length)) % Characters.Length];
    }

    public override string ToString() => Value;

    private static bool IsCode(string value) =>
        value is ['8', '1' or '9', ..]
        && value.Length == Length
        && value.All(c => Characters.Contains(c, StringComparison.Ordinal))
        && CheckCharacter(value.AsSpan(..^1)) == value[^1];
}
