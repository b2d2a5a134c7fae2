using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Membership.Binding;

/// <summary>
/// Tells what is surely a person's name. Nobody is turned away for having a rare one: what is not sure is asked once.
/// </summary>
internal sealed class SureNames(Surnames surnames)
{
    private const int LongestWithSurname = 4;

    public bool Has(WhoText said, Input input) =>
        said.IsIntroduced || (!input.IsFreeWish && LooksLikeName(said.Name!));

    /// <summary>王芳, 欧阳娜娜; 买买提·艾力; John Smith.</summary>
    private bool LooksLikeName(string name) =>
        WhoText.HasDot(name)
        || (char.IsAscii(name[0]) ? name.Contains(' ', StringComparison.Ordinal) : name.Length <= LongestWithSurname && HasSurname(name));

    private bool HasSurname(string name) => surnames.LengthAt(name, 0) is { } length && length < name.Length;
}
