using UnionBot.Core.Cases;
using UnionBot.Tests.Chat;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Tests.Templates;

/// <summary>The lines of an alarm's short form are those that settings may name, each short enough for a template's field.</summary>
public sealed class AlarmNoticeTests
{
    /// <summary>What the platform's shortest field of free text (thing) takes.</summary>
    private const int LongestValue = 20;

    [Fact]
    public void Every_alarm_fills_every_field_within_its_length() => Assert.All(AlarmNotice.Samples, notice =>
    {
        var lines = Words.Of([notice]).Split('\n').Select(line => line.Split(": ", 2)).ToArray();

        Assert.Equal(AlarmTemplate.Names, lines.Select(parts => parts[0]));
        Assert.All(lines, parts => Assert.InRange(parts[1].Length, 1, LongestValue));
    });

    [Theory]
    [InlineData("thing2=kind", 1)]
    [InlineData(" thing2 = kind , time3 = time ", 2)]
    [InlineData("", 0)]
    [InlineData("thing2", 0)]
    [InlineData("thing2=who", 0)]
    [InlineData("=kind", 0)]
    [InlineData("thing2=kind,thing2=todo", 0)]
    public void Fields_are_read_or_refused_as_a_whole(string setting, int fields) =>
        Assert.Equal(fields, AlarmTemplate.FieldsIn(setting).Count);
}
