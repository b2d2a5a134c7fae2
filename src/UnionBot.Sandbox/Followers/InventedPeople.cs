namespace UnionBot.Sandbox.Followers;

/// <summary>Names and numbers for followers whom nobody named; all invented.</summary>
internal static class InventedPeople
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";

    private static readonly string[] GivenNames =
    [
        "建国", "秀兰", "志强", "丽华", "伟", "敏", "桂英", "海涛", "晓燕", "振华", "春梅", "立军", "红霞", "文博", "淑珍", "永强",
        "雪梅", "国栋", "玉兰", "俊杰", "婷婷", "长林", "凤英", "明辉", "佳怡", "守义", "翠花", "浩然", "爱民", "思远", "德胜", "雨欣",
    ];

    /// <summary>The people on the phone page at first start.</summary>
    public static IReadOnlyList<Profile> Cast { get; } =
    [
        new() { Name = "王芳", Phone = "13800000001" },
        new() { Name = "李强", Phone = "13800000002" },
        new() { Name = "周静", Phone = "13800000003" },
        new() { Name = "赵敏", Phone = "13800000004" },
        new() { Name = "孙建国", Phone = "13800000005" },
        new() { Name = "刘晓燕", Phone = "13800000006" },
        new() { Name = "陈志强", Phone = "13800000007" },
        new() { Name = "马秀兰", Phone = "13800000008" },
    ];

    public static string NameOf(int follower)
    {
        var mixed = unchecked((uint)follower * 2_654_435_761u) >> 8;
        return Surnames[(int)(mixed % (uint)Surnames.Length)] + GivenNames[(int)(mixed / 64 % (uint)GivenNames.Length)];
    }
}
