using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Tests.Chat.Understanding.Meanings;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>The words and limits of the product for tests, read once.</summary>
internal static class LegalAidWords
{
    public static DataFolder Folder { get; } = new(Tree.Templates);

    public static IntakeWords Words { get; } = IntakeWords.Load(Folder);

    public static LimitBook Limits { get; } = LimitBook.Load(Folder);

    public static DeadlineHelper Deadlines { get; } = new(Limits, HolidayFile.LoadAll(Tree.Templates));

    public static IIntakeReader Reader { get; } = new IntakeReader(Understood.Current, Words);
}
