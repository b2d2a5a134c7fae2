using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Codes;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Tests.Services.Membership;

/// <summary>A phone that gets <see cref="Code"/>, or none at all.</summary>
internal sealed class FreshCodesFake : IFreshCodes
{
    public const string Code = "135790";

    public bool HasPhone { get; set; } = true;

    public CodeSending Sends { get; set; } = CodeSending.OnItsWay;

    public List<CodePurpose> Sent { get; } = [];

    public Task<FreshCode> SendAsync(Speaker speaker, CodePurpose purpose, CancellationToken ct)
    {
        if (!HasPhone) return Task.FromResult(new FreshCode(CodeSending.NoPhone, null));
        if (Sends is CodeSending.OnItsWay) Sent.Add(purpose);
        return Task.FromResult(new FreshCode(Sends, "138****0001"));
    }

    public Task<CodeCheck> CheckAsync(Speaker speaker, CodePurpose purpose, string digits, CancellationToken ct)
    {
        Assert.True(MobileNumber.TryParse("13800000001", out var phone));
        return Task.FromResult<CodeCheck>(digits == Code ? new CodeCheck.Right(phone) : new CodeCheck.Wrong(4));
    }
}
