namespace UnionBot.WeChat.Api;

/// <summary>A template message (模板消息): a service notice in the words of an approved template.</summary>
/// <param name="Data">The template's keywords (thing1 …) and their values.</param>
/// <param name="Url">Opened by a tap; null = nothing.</param>
/// <param name="ClientMsgId">
/// Within ten minutes the platform sends one id once to a person; null = a lost answer is unknown.
/// </param>
public sealed record TemplateMessage(
    string ToUser,
    string TemplateId,
    IReadOnlyDictionary<string, string> Data,
    string? Url = null,
    MiniProgramPage? MiniProgram = null,
    string? ClientMsgId = null)
{
    public override string ToString() => nameof(TemplateMessage);
}

/// <summary>A subscription notice (订阅通知), to which the person agreed beforehand.</summary>
/// <param name="Data">The template's keywords (thing1 …) and their values.</param>
/// <param name="Page">Opened by a tap; null = nothing.</param>
public sealed record NoticeMessage(
    string ToUser,
    string TemplateId,
    IReadOnlyDictionary<string, string> Data,
    string? Page = null,
    MiniProgramPage? MiniProgram = null)
{
    public override string ToString() => nameof(NoticeMessage);
}

/// <summary>A page of a mini program.</summary>
public sealed record MiniProgramPage(string AppId, string PagePath);
