using UnionBot.Web.Commands;
using UnionBot.Web.Setup.SignIn;

namespace UnionBot.Web.Console.Accounts;

/// <summary>What states and refusals of accounts mean, for administrators.</summary>
internal static class AccountTexts
{
    /// <summary>A lock that ends later than this was put on by somebody.</summary>
    private static readonly TimeSpan LongestByItself = TimeSpan.FromDays(365);

    public static string StateOf(AccountFile file) =>
        file.Account is null ? "没有账号" :
        file.Account.LockedUntil is { } until ? (until - file.ReadAt > LongestByItself ? "停用" : $"输错密码，锁到 {StaffWork.Show(until)}") :
        file.Account.PasswordUntil is { } given ? (given > file.ReadAt ? "等第一次登录" : "一次性密码过期了") :
        "正常";

    public static string Of(AccountRefusal refusal) => refusal switch
    {
        AccountRefusal.Unknown => "没有这个账号，或者不归您管。",
        AccountRefusal.Own => "自己的账号和角色请另一位管理员来改。",
        AccountRefusal.NoRight => "您已经不是管理员了。",
        AccountRefusal.Elsewhere => "这个单位不归您管。",
        AccountRefusal.ReachesFurther => "这位同事的角色超出您管的范围，请上级管理员来改。",
        AccountRefusal.BadName => "用户名要 2 到 40 位，只能用字母、数字、点、横线和下划线。",
        AccountRefusal.NameTaken => "这个用户名有人用了，请换一个。",
        AccountRefusal.Changed => "您看这一页的时候，这个账号刚被改过，现在的样子在下面；看一眼再决定要不要提交。",
        AccountRefusal.LastAdministrator => "这是最后一位管理员，请先给别人管理员角色。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
