using UnionBot.WeChat.Api;
using static UnionBot.WeChat.Api.SendOutcomeKind;

namespace UnionBot.Tests.WeChat.Api;

/// <summary>Every row of the table of error codes, written a second time.</summary>
public sealed class ErrorTableTests
{
    public static TheoryData<SendOutcomeKind, int[]> Expected => new()
    {
        { Sent, [0] },
        { RetryLater, [-1, 268487001, 268487002, 43117, 45169, 45171, 89504, 89505] },
        { AlreadySent, [45065, 45072, 45080, 45081, 88000] },
        { NextMinute, [45011, 45066, 42010] },
        { UntilTomorrow, [45009, 45028] },
        { HoldUntilContact, [45015, 45047] },
        { StopPerson, [40003, 43004, 50005, 46004, 43019, 48002] },
        { StopPersonForTemplate, [43101, 70000] },
        { StopBatch, [43116, 40037, 40036, 40249, 40246, 40247, 48001, 50001, 48008, 40200, 61007] },
        {
            Misconfigured,
            [
                40001, 40014, 42001, 41001, 40002, 40013, 40125, 40243, 41002, 41004, 40164, 61004, 45035,
                89501, 89503, 89506, 89507, 48003, 48004, 48005, 48006, 50002, 50004, 50007, 61003, 61016, 61023,
                45002, 45008, 45067, 47001, 40033, 44002, 43001, 43002, 47003,
                40007, 40004, 40005, 40009, 45001, 40118, 40121, 40029, 40163, 41008, 42003, 40030, 42002, 42007,
                40031, 40032, 40130, 49003, 45056, 45057, 45058, 45059, 45157, 45158, 45159,
                .. Enumerable.Range(40015, 13), 40054, 40055, 46003, .. Enumerable.Range(65301, 17), 65320,
                .. Enumerable.Range(65400, 18), .. Enumerable.Range(61451, 9), .. Enumerable.Range(76001, 22), 9001001,
                40152, 48021, 48022, 40059, 40060, 40065, 40204, 268488001, 40039, 41030, 40201, 40202, 40203, 40052, 40053,
            ]
        },
        { Unknown, [1, 12345, 99999, int.MaxValue, int.MinValue] },
    };

    [Theory]
    [MemberData(nameof(Expected))]
    public void Every_code_has_its_action(SendOutcomeKind kind, int[] codes) => Assert.All(codes, code =>
    {
        var outcome = ErrorTable.Map(code, "message", ApiKind.Person, repeatable: true);
        Assert.Equal((kind, code), (outcome.Kind, outcome.ErrorCode));
    });

    [Theory]
    [InlineData(40001)]
    [InlineData(40125)]
    [InlineData(40164)]
    [InlineData(48004)]
    [InlineData(50007)]
    [InlineData(89503)]
    public void What_would_stop_every_call_is_marked(int code) =>
        Assert.True(ErrorTable.Map(code, "", ApiKind.Person, repeatable: false).IsAccountWide);

    [Theory]
    [InlineData(47003)]
    [InlineData(40003)]
    [InlineData(48001)]
    [InlineData(45009)]
    public void What_stops_one_message_or_one_api_is_not(int code) =>
        Assert.False(ErrorTable.Map(code, "", ApiKind.Person, repeatable: false).IsAccountWide);

    [Fact]
    public void One_bad_openid_in_a_list_does_not_stop_a_person() =>
        Assert.Equal(Misconfigured, ErrorTable.Map(40003, "", ApiKind.List, repeatable: true).Kind);

    [Theory]
    [InlineData(40164, 5)]
    [InlineData(43117, 240)]
    [InlineData(89504, 30)]
    [InlineData(89506, 1440)]
    [InlineData(89507, 60)]
    public void Some_codes_name_their_pause(int code, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes), ErrorTable.Map(code, "", ApiKind.Person, repeatable: true).RetryAfter);

    [Fact]
    public void Of_a_message_only_what_names_nobody_is_kept()
    {
        var detail = ErrorDetail.From(
            47003, "argument invalid! data.thing2.value invalid, got 王芳 o6_bmjrPTlm6_2sgVt7hMZOPfL2M 10.1.2.3 hint: [aB3_x!] rid: 66f-1a");

        Assert.Equal(new ErrorDetail("66f-1a", "aB3_x!", "thing2", null), detail);
    }

    [Fact]
    public void A_message_without_anything_useful_leaves_nothing() =>
        Assert.Equal(ErrorDetail.None, ErrorDetail.From(43004, "require subscribe 王芳"));
}
