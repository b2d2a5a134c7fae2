using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Membership;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;

namespace UnionBot.Tests.Services.Membership;

/// <summary>A roster of one row, and a phone that gets <see cref="Code"/>.</summary>
internal sealed class BindingFake : IBinding
{
    public const string Code = "246810";
    public const string BindCode = "ABCD2345";

    public static readonly MemberCard Card =
        new("王*", "青州市第一棉纺厂工会", "3707810012345", new DateOnly(2019, 5, 1), "active");

    private int _triesLeft = OneTimeCode.MostTries;
    private string? _phone;

    public List<string> SentTo { get; } = [];

    public CodeSending Sends { get; set; } = CodeSending.OnItsWay;

    public bool IsTaken { get; set; }

    public Task<CodeSending> SendCodeAsync(Speaker speaker, MobileNumber phone, CancellationToken ct)
    {
        if (Sends is CodeSending.OnItsWay) SentTo.Add(_phone = phone.Value);
        return Task.FromResult(Sends);
    }

    public Task<CodeSending> ResendCodeAsync(Speaker speaker, CancellationToken ct)
    {
        if (Sends is CodeSending.OnItsWay) SentTo.Add(_phone!);
        return Task.FromResult(Sends);
    }

    public Task<BindingResult> ProveAsync(Speaker speaker, string? name, string digits, CancellationToken ct)
    {
        if (_triesLeft == 0) return Result(new BindingResult.CodeGone());
        if (digits != Code)
            return Result(--_triesLeft > 0 ? new BindingResult.WrongCode(_triesLeft) : new BindingResult.CodeGone());

        var confirmed = speaker with { Level = MemberLevel.PhoneConfirmed };
        if (name is null) return Result(new BindingResult.PhoneOnly(confirmed));
        if (name != "王芳" || _phone != "13800000001") return Result(new BindingResult.Unmatched(confirmed, CaseKinds.Check));
        return Result(IsTaken ? new BindingResult.Unmatched(confirmed, CaseKinds.SecondClaim) : Bound(speaker));
    }

    public Task<BindingResult> RedeemAsync(Speaker speaker, string bindCode, CancellationToken ct) =>
        Result(bindCode == BindCode ? Bound(speaker) : new BindingResult.WrongBindCode());

    /// <summary>So many names were looked up already.</summary>
    public int Corrections { get; set; }

    public Task<BindingResult> CorrectAsync(Speaker speaker, string name, CancellationToken ct) => Result(
        Corrections++ >= 3 ? new BindingResult.TooManyTries() :
        name == "王芳" ? Bound(speaker) :
        new BindingResult.Unmatched(speaker, CaseKinds.Check));

    private static BindingResult.Bound Bound(Speaker speaker) =>
        new(speaker with { Level = MemberLevel.Member, Card = Card });

    private static Task<BindingResult> Result(BindingResult result) => Task.FromResult(result);
}
