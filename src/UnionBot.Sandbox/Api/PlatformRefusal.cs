namespace UnionBot.Sandbox.Api;

/// <summary>
/// The platform's no: thrown anywhere in a call, answered as <c>errcode</c> and <c>errmsg</c> at the edge.
/// </summary>
/// <param name="more">Further fields of the answer, such as the id of an earlier send.</param>
internal sealed class PlatformRefusal(int errcode, string errmsg, IReadOnlyDictionary<string, object>? more = null)
    : Exception($"{errcode} {errmsg}")
{
    public int Errcode => errcode;

    public string Errmsg => errmsg;

    public IReadOnlyDictionary<string, object> More => more ?? new Dictionary<string, object>();

    public static PlatformRefusal InvalidOpenId() => new(40003, "invalid openid");

    public static PlatformRefusal NotFollowing() => new(43004, "require subscribe");
}
