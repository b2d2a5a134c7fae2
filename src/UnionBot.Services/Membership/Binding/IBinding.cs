using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Services.Membership.Binding;

/// <summary>Proves who a person is, and binds them to their row of the roster. Does not save.</summary>
internal interface IBinding
{
    /// <summary>Sends a code to the number, whether or not the roster knows it; notes the consent to do so.</summary>
    Task<CodeSending> SendCodeAsync(Speaker speaker, MobileNumber phone, CancellationToken ct);

    /// <summary>Sends another code to the same number.</summary>
    Task<CodeSending> ResendCodeAsync(Speaker speaker, CancellationToken ct);

    /// <param name="name">Null where nobody can be bound; then only the phone is confirmed.</param>
    Task<BindingResult> ProveAsync(Speaker speaker, string? name, string digits, CancellationToken ct);

    /// <summary>Looks up another name with the phone that was confirmed; a few times a day.</summary>
    Task<BindingResult> CorrectAsync(Speaker speaker, string name, CancellationToken ct);

    /// <summary>Takes a code that staff issued.</summary>
    Task<BindingResult> RedeemAsync(Speaker speaker, string bindCode, CancellationToken ct);
}
