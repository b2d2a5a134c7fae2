namespace UnionBot.Web.Console.SignIn;

/// <summary>Says what kind of machine a browser runs on, so that one recognises one's own. No more of it is kept.</summary>
internal static class DeviceWords
{
    private static readonly (string Sign, string Words)[] Known =
    [
        ("Android", "安卓手机"), ("iPhone", "苹果手机"), ("iPad", "苹果平板"), ("Windows", "Windows 电脑"), ("Macintosh", "苹果电脑"), ("Linux", "Linux 电脑"),
    ];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return Known.FirstOrDefault(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Words ?? "其他设备";
    }
}
